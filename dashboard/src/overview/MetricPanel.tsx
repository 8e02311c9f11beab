import { Tabs } from "@mantine/core";

import type { FieldName, MetricType } from "~/api/types";
import { useAnswer } from "~/api/useAnswer";
import { type Condition, rowCondition } from "~/filters/conditions";
import { metricName, valueName } from "~/formats/names";
import { number } from "~/formats/numbers";
import { Empty } from "~/frame/Empty";
import { Panel } from "~/frame/Panel";
import { Ranks } from "~/frame/Ranks";
import { usePage } from "~/page/page";
import { listed, useAddress, withParameter } from "~/page/useAddress";
import { useEmptyText } from "~/page/useEmptyText";
import { useShows } from "~/session/shows";
import { t } from "~/texts";

const LIMIT = 100;
/** The parameter that lists the tabs asked for, of all panels together. */
const SHOWN = "show";

/** Entry and exit pages filter by their path; channels and domains are no fields of an event. */
function conditionOf(type: MetricType, value: string): Condition | undefined {
  if (type === "channel" || type === "domain") return undefined;
  const field: FieldName = type === "entry" || type === "exit" ? "path" : type;
  return rowCondition(field, value);
}

/** A list of the most frequent values of a field, with tabs for its relatives; the tab is in the address bar. */
export function MetricPanel({ title, types: all }: { title: string; types: readonly MetricType[] }) {
  const shows = useShows();
  const types = all.filter((each) => each !== "event" || shows("events"));
  const { ask } = usePage();
  const [search, changeAddress] = useAddress();
  const emptyText = useEmptyText();
  const shown = listed(search, SHOWN);
  const type = types.find((each) => shown.includes(each)) ?? types[0] ?? "path";
  const question = ask("metrics", { type, limit: LIMIT });
  const answer = useAnswer(question);
  const valueLabel = type === "event" ? t.events.count : t.figures.visitors;

  const choose = (next: string | null) =>
    changeAddress(
      (before) => {
        const rest = listed(before, SHOWN).filter((each) => !(types as readonly string[]).includes(each));
        const tabs = next === null || next === types[0] ? rest : [...rest, next];
        return withParameter(before, SHOWN, tabs.join(","));
      },
      { preventScrollReset: true },
    );

  return (
    <div className="metric-panel">
      <Panel
        name={types[0] ?? ""}
        title={title}
        answer={answer}
        ask={question}
        height={380}
        empty={(rows) => (rows.length === 0 ? <Empty text={emptyText} height={330} /> : null)}
        table={(rows) => ({
          columns: [
            {
              label: metricName(type),
              read: (cell) => valueName(type, String(cell ?? "")),
              filter: (cell) => conditionOf(type, String(cell ?? "")),
            },
            { label: valueLabel, isNumber: true, read: (cell) => number(Number(cell)) },
          ],
          rows: rows.map(({ x, y }) => [x, y]),
        })}
        tabs={
          <Tabs value={type} onChange={choose} variant="default">
            <Tabs.List>
              {types.map((each) => (
                <Tabs.Tab key={each} value={each}>
                  {metricName(each)}
                </Tabs.Tab>
              ))}
            </Tabs.List>
          </Tabs>
        }
      >
        {(rows) => (
          <Ranks
            ranks={rows.map(({ x, y, country }) => ({
              name:
                country === undefined || country === ""
                  ? valueName(type, x)
                  : `${valueName(type, x)} · ${country}`,
              value: y,
              condition: conditionOf(type, x),
            }))}
          />
        )}
      </Panel>
    </div>
  );
}
