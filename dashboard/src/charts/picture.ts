/** How a panel gets at the picture of the chart inside it. */

import { createContext } from "react";

/** Gives the chart's picture as a PNG data address. */
export type Picture = () => string;

export const PictureContext = createContext<(picture: Picture | undefined) => void>(() => undefined);
