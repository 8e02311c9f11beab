/** What the one who looks may see: users everything, visitors what their link opens. */

import { useMemo } from "react";

import type { Part } from "~/api/types";

import { useSession } from "./session";

/** Return whether a part of the website is shown. The server decides; this only hides what it would refuse. */
export function useShows(): (...parts: Part[]) => boolean {
  const { who } = useSession();
  return useMemo(
    () =>
      (...parts) =>
        who.kind !== "visitor" || parts.every((part) => who.shows.includes(part)),
    [who],
  );
}

/** Return the saved report that is all there is to see, if the link opens only one. */
export function useOnlyReport(): string | null {
  const { who } = useSession();
  return who.kind === "visitor" ? who.reportId : null;
}
