/** Shares with how sure they are: a dot for each, on a bar from its lower to its upper bound. */

import { Text } from "@mantine/core";
import type { ReactNode } from "react";

export interface Interval {
  name: string;
  value: number;
  low: number;
  high: number;
  /** The share and its bounds, in words. */
  text: ReactNode;
  /** Whether it is what the others are compared with. */
  isControl?: boolean;
}

/** The least part of the width that is left free at the right. */
const ROOM = 1.04;

/** All shares stand on one scale from 0, so that bars that overlap are seen to overlap. */
export function Intervals({
  intervals,
  format,
}: {
  intervals: Interval[];
  format: (share: number) => string;
}) {
  const most = Math.max(...intervals.map(({ high }) => high), 0) * ROOM || 1;
  const at = (share: number): string => `${(100 * share) / most}%`;
  return (
    <>
      <ul className="intervals">
        {intervals.map(({ name, value, low, high, text, isControl = false }) => (
          <li key={name} data-control={isControl || undefined}>
            <Text component="span" size="sm" fw={500} truncate title={name} className="interval-name">
              {name}
            </Text>
            <span className="interval-track" aria-hidden>
              <span className="interval-bar" style={{ left: at(low), width: at(high - low) }} />
              <span className="interval-dot" style={{ left: at(value) }} />
            </span>
            <span className="interval-text">{text}</span>
          </li>
        ))}
      </ul>
      <div className="interval-axis" aria-hidden>
        {[0, 1, 2, 3, 4].map((tick) => (
          <span key={tick}>{format((most / ROOM / 4) * tick)}</span>
        ))}
      </div>
    </>
  );
}
