/** The names of regions by their ISO 3166-2 codes. They are loaded when the first region is to be read. */

import { useSyncExternalStore } from "react";

const NONE: ReadonlyMap<string, string> = new Map();

let names = NONE;
let isAsked = false;
const listeners = new Set<() => void>();

async function load(): Promise<void> {
  const { iso31662 } = await import("iso-3166/2.js");
  names = new Map(iso31662.map(({ code, name }) => [code, name]));
  for (const listener of listeners) listener();
}

/** Return the names that are known by now, by their codes. */
export function regionNames(): ReadonlyMap<string, string> {
  if (!isAsked) {
    isAsked = true;
    // Without the names, a region is read by its code.
    load().catch(() => undefined);
  }
  return names;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Draw a component anew when the names have come; what it returns changes then. */
export function useRegionNames(): ReadonlyMap<string, string> {
  return useSyncExternalStore(subscribe, () => names);
}
