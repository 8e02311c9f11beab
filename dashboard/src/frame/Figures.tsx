import { Paper, Text, Tooltip } from "@mantine/core";

import { change } from "~/formats/numbers";
import { t } from "~/texts";

export interface Figure {
  label: string;
  value: string;
  /** How it is counted. */
  how: string;
  now?: number;
  before?: number | undefined;
  /** How the figure before reads. */
  read?: (value: number) => string;
  /** Whether less is better. */
  isBadToGrow?: boolean;
}

/** The figures at the top of a page: large, each with how it is counted and how it changed. */
export function Figures({ figures }: { figures: Figure[] }) {
  return (
    <dl className="figures">
      {figures.map((figure) => (
        <Paper key={figure.label} withBorder className="figure">
          <dt>{figure.label}</dt>
          <dd>
            <div className="figure-line">
              <span className="figure-value">{figure.value}</span>
              <Change figure={figure} />
            </div>
            <Text size="xs" c="dimmed" className="figure-how">
              {figure.how}
            </Text>
          </dd>
        </Paper>
      ))}
    </dl>
  );
}

function Change({ figure: { now, before, read = String, isBadToGrow = false } }: { figure: Figure }) {
  if (now === undefined || before === undefined) return null;
  const text = change(now, before);
  const isGood = now === before ? undefined : now > before !== isBadToGrow;
  return (
    <Tooltip label={text === undefined ? t.overview.noneBefore : t.overview.before(read(before))}>
      <span className="change" data-good={isGood} tabIndex={0}>
        {text ?? t.none}
      </span>
    </Tooltip>
  );
}
