import { type Interval, intervalText } from "./interval";

interface Props {
  rate: number;
  interval: Interval;
  /** The largest that is drawn beside it. */
  most: number;
}

/** A rate as a point on a line as long as its confidence interval: where it may really lie. */
export function IntervalBar({ rate, interval, most }: Props) {
  const place = (share: number): string => `${(100 * Math.min(1, share / Math.max(most, 1e-9))).toFixed(2)}%`;
  const width = `calc(${place(interval.high)} - ${place(interval.low)})`;
  return (
    <span className="interval" role="img" aria-label={intervalText(interval)} title={intervalText(interval)}>
      <span className="interval-line" style={{ insetInlineStart: place(interval.low), width }} />
      <span className="interval-point" style={{ insetInlineStart: place(rate) }} />
    </span>
  );
}
