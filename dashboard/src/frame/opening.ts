/** How a number opens: what it counts is asked for by its cell, and whoever shows the page shows the answer. */

import { createContext, use } from "react";

/** Which number of an answer to open, as the server names it. */
export type Cell = object;

/** Opens a number; nothing where the page's numbers do not open. */
export const OpenContext = createContext<((cell: Cell) => void) | undefined>(undefined);

/** Return how to open a number of the page, if that is possible here. */
export function useOpen(): ((cell: Cell) => void) | undefined {
  return use(OpenContext);
}
