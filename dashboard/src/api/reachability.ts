/** Whether the server can be reached. While it cannot, this asks again every few seconds. */

import { useSyncExternalStore } from "react";

const EVERY = 3000;

let isLost = false;
const listeners = new Set<() => void>();

function become(lost: boolean): void {
  if (lost === isLost) return;
  isLost = lost;
  for (const listener of [...listeners]) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

async function isThere(): Promise<boolean> {
  try {
    return (await fetch("/api/heartbeat", { cache: "no-store" })).ok;
  } catch {
    return false;
  }
}

function askAgain(): void {
  setTimeout(() => {
    void isThere().then((there) => {
      if (there) found();
      else if (isLost) askAgain();
    });
  }, EVERY);
}

/** Say that the server did not answer. */
export function lost(): void {
  if (isLost) return;
  become(true);
  askAgain();
}

/** Say that the server answered. */
export function found(): void {
  become(false);
}

/** Wait until the server answers; at once if it does now. */
export async function untilFound(): Promise<void> {
  if (await isThere()) {
    found();
    return;
  }
  lost();
  await new Promise<void>((resolve) => {
    const stop = onFound(() => {
      stop();
      resolve();
    });
  });
}

/** Do something each time that the server is back. */
export function onFound(listener: () => void): () => void {
  return subscribe(() => {
    if (!isLost) listener();
  });
}

export function useIsLost(): boolean {
  return useSyncExternalStore(subscribe, () => isLost);
}
