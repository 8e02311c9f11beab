import { Paper, Text } from "@mantine/core";

import { change } from "~/formats/numbers";
import { t } from "~/texts";

import type { Cell } from "./opening";
import { Opens } from "./Opens";

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
  /** The number that it opens, if it does. */
  opens?: Cell;
}

/** The figures at the top of a page: large, each with how it is counted and how it changed. */
export function Figures({ figures, against }: { figures: Figure[]; against?: string }) {
  return (
    <div>
      <dl className="figures">
        {figures.map((figure) => (
          <Paper key={figure.label} withBorder className="figure">
            <dt>{figure.label}</dt>
            <dd>
              <div className="figure-line">
                <span className="figure-value">
                  <Opens cell={figure.opens}>{figure.value}</Opens>
                </span>
                <Change figure={figure} />
              </div>
              <Text size="xs" c="dimmed" className="figure-how">
                {figure.how}
              </Text>
            </dd>
          </Paper>
        ))}
      </dl>
      {against !== undefined && (
        <Text size="xs" c="dimmed" mt={6} className="figures-against">
          {against}
        </Text>
      )}
    </div>
  );
}

function Change({ figure: { now, before, read = String, isBadToGrow = false } }: { figure: Figure }) {
  if (now === undefined || before === undefined) return null;
  const text = change(now, before);
  // What rounds to no change is none, and from nothing to something there is no share to judge.
  const isFlat = text === undefined || text === change(1, 1);
  const isGood = isFlat ? undefined : now > before !== isBadToGrow;
  return (
    <span className="change" data-good={isGood}>
      {text !== undefined && `${text} `}
      <span className="change-from">{t.overview.before(read(before))}</span>
    </span>
  );
}
