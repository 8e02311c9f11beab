/** Which page shows which part of a website, in the order of the navigation. */

import type { Part } from "~/api/types";

const PAGES: readonly (readonly [page: string, part: Part])[] = [
  ["", "overview"],
  ["/events", "events"],
  ["/sessions", "sessions"],
  ["/realtime", "realtime"],
  ["/goal", "goal"],
  ["/funnel", "funnel"],
  ["/journey", "journey"],
  ["/retention", "retention"],
  ["/breakdown", "breakdown"],
  ["/attribution", "attribution"],
  ["/revenue", "revenue"],
  ["/utm", "utm"],
  ["/saved", "saved-reports"],
  ["/segments", "segments"],
];

/** Return the first page that a link with these parts opens, as an address below the website's. */
export function firstPage(shows: readonly Part[]): string | undefined {
  return PAGES.find(([, part]) => shows.includes(part))?.[0];
}
