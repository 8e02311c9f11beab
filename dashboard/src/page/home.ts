import { isZone } from "~/range/zones";

import { localZone } from "./view";

const KEY = "kokumi.zone";

/** Return the zone that this browser's user reads in. */
export function homeZone(): string {
  const kept = localStorage.getItem(KEY);
  return kept !== null && isZone(kept) ? kept : localZone();
}

/** Keep the zone to read in; an empty one follows the browser. */
export function keepHomeZone(zone: string): void {
  if (zone === "") localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, zone);
}
