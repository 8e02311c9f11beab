import { Text } from "@mantine/core";

import type { Ask } from "~/api/ask";
import type { FunnelRow, FunnelRows } from "~/api/types";
import type { Answer } from "~/api/useAnswer";
import { number, percent } from "~/formats/numbers";
import { Empty } from "~/frame/Empty";
import { Opens } from "~/frame/Opens";
import { Panel } from "~/frame/Panel";
import { t } from "~/texts";

import { IntervalBar } from "../parts/IntervalBar";
import { type Rated, differenceText, intervalOf } from "../parts/interval";
import { type Split, groupName, groupsOf, splitName } from "../parts/split";

interface Props {
  split: Split;
  answer: Answer<FunnelRows>;
  ask: Ask;
}

/** The funnel of each group: how many began, how many came through, and how sure their shares are. */
export function GroupsPanel({ split, answer, ask }: Props) {
  const title = t.parts.by(splitName(split));
  return (
    <Panel
      name="groups"
      title={title}
      how={t.parts.groupsHow}
      answer={answer}
      ask={ask}
      height={260}
      empty={(found) => (groups(found).length === 0 ? <Empty text={t.funnel.empty} height={200} /> : null)}
      table={(found) => ({
        columns: [
          { label: splitName(split) },
          { label: t.reports.step, isNumber: true },
          { label: t.filters.value },
          { label: t.reports.visitors, isNumber: true, read: (cell) => number(Number(cell)) },
          {
            label: t.funnel.remaining,
            isNumber: true,
            read: (cell) => (cell === null ? t.none : percent(Number(cell))),
          },
        ],
        rows: groups(found).flatMap(({ name, rows }) =>
          rows.map((row, at) => [groupName(split, name), at + 1, row.value, row.visitors, row.remaining]),
        ),
      })}
    >
      {(found) => <Groups split={split} found={found} label={title} />}
    </Panel>
  );
}

function groups(found: FunnelRows) {
  return Array.isArray(found) ? [] : groupsOf<FunnelRow>(found);
}

function ratedOf(name: string, last: FunnelRow | undefined): Rated | undefined {
  const interval = intervalOf(last?.remainingLow, last?.remainingHigh);
  return last === undefined || interval === undefined
    ? undefined
    : { name, rate: last.remaining ?? 0, interval };
}

function Groups({ split, found, label }: { split: Split; found: FunnelRows; label: string }) {
  const all = groups(found).map(({ name, rows }) => {
    const text = groupName(split, name);
    return { name, text, rows, rated: ratedOf(text, rows.at(-1)) };
  });
  const rated = all.flatMap((group) => group.rated ?? []);
  const most = Math.max(0, ...rated.map(({ interval }) => interval.high));
  const sentence = differenceText(rated);
  return (
    <>
      {sentence !== undefined && (
        <Text size="sm" mb="xs">
          {sentence}
        </Text>
      )}
      <div className="wide-chart" role="group" tabIndex={0} aria-label={label}>
        <table className="groups">
          <thead>
            <tr>
              <th scope="col">{splitName(split)}</th>
              {all[0]?.rows.map((row, at) => (
                <th key={at} scope="col" className="number">
                  {at + 1}. {row.value}
                </th>
              ))}
              <th scope="col" className="number">
                {t.funnel.converted}
              </th>
              <th scope="col">{t.parts.interval}</th>
            </tr>
          </thead>
          <tbody>
            {all.map((group) => (
              <tr key={group.name}>
                <th scope="row">{group.text}</th>
                {group.rows.map((row, at) => (
                  <td key={at} className="number">
                    <Opens cell={{ step: at + 1, outcome: "reached", group: group.name }}>
                      {number(row.visitors)}
                    </Opens>
                  </td>
                ))}
                <td className="number">{group.rated === undefined ? t.none : percent(group.rated.rate)}</td>
                <td>{group.rated !== undefined && <IntervalBar {...group.rated} most={most} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
