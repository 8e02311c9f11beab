import { number } from "~/formats/numbers";
import { t } from "~/texts";

const WIDTH = 300;
const HEIGHT = 56;
const MARGIN = 3;

interface Props {
  /** The last one is under way. */
  values: number[];
  label: string;
  isLoading?: boolean;
}

/** A small line without axes: the shape of things, not their size. */
export function Sparkline({ values, label, isLoading = false }: Props) {
  const most = Math.max(1, ...values);
  const step = WIDTH / Math.max(1, values.length - 1);
  const points = values.map((value, at) => {
    const y = HEIGHT - MARGIN - (value / most) * (HEIGHT - 2 * MARGIN);
    return `${(at * step).toFixed(1)},${y.toFixed(1)}`;
  });
  const text = `${label}: ${values.map(number).join(", ")}. ${t.websites.lastDayRuns}`;
  return (
    <svg
      className="sparkline"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={text}
      data-loading={isLoading || undefined}
    >
      <polygon
        className="sparkline-area"
        points={`0,${HEIGHT} ${points.slice(0, -1).join(" ")} ${(WIDTH - step).toFixed(1)},${HEIGHT}`}
      />
      <polyline
        className="sparkline-line"
        points={points.slice(0, -1).join(" ")}
        vectorEffect="non-scaling-stroke"
      />
      <polyline
        className="sparkline-line"
        points={points.slice(-2).join(" ")}
        strokeDasharray="4 4"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
