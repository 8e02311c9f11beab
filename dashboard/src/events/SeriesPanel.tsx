import { useMemo } from "react";

import type { NamedPoint } from "~/api/types";
import { useAnswer } from "~/api/useAnswer";
import { folded } from "~/charts/folded";
import { TimeChart, type TimeSeries } from "~/charts/TimeChart";
import { moment } from "~/formats/dates";
import { number } from "~/formats/numbers";
import { Empty } from "~/frame/Empty";
import { Panel } from "~/frame/Panel";
import { rowCondition } from "~/filters/conditions";
import { usePage } from "~/page/page";
import { useUnit } from "~/page/useUnit";
import { bucketInstant, buckets } from "~/range/zones";
import { t } from "~/texts";
import { Snippet } from "~/ui/Copy";

/** As many events have a colour of their own. */
const MOST = 8;

/** Events over time: the most frequent by name, all others together. */
export function SeriesPanel() {
  const { ask, view } = usePage();
  const [unit] = useUnit();
  const question = ask("events/series", { unit });
  const answer = useAnswer(question);
  return (
    <Panel
      name="series"
      title={t.events.chart}
      answer={answer}
      ask={question}
      height={320}
      empty={(rows) => (rows.length === 0 ? <SendOne /> : null)}
      table={(rows) => ({
        columns: [
          {
            label: t.events.time,
            read: (cell) =>
              moment(bucketInstant(String(cell), view.zone), unit === "hour" ? "full" : "date", view.zone),
          },
          { label: t.fields.event, filter: (cell) => rowCondition("event", String(cell)) },
          { label: t.events.count, isNumber: true, read: (cell) => number(Number(cell)) },
        ],
        rows: rows.map(({ x, t: start, y }) => [start, x, y]),
      })}
    >
      {(rows) => <Lines rows={rows} />}
    </Panel>
  );
}

function SendOne() {
  return (
    <Empty text={t.events.empty} height={280}>
      <Snippet code={'umami.track("signup", { plan: "pro" })'} label={t.events.empty} />
    </Empty>
  );
}

function Lines({ rows }: { rows: NamedPoint[] }) {
  const { span, view, now } = usePage();
  const [unit] = useUnit();
  const [starts, series] = useMemo<[number[], TimeSeries[]]>(() => {
    const found = buckets(span.startAt, span.endAt, unit, view.zone);
    const figures = rows.map(({ x, t: start, y }) => ({
      name: x,
      start: bucketInstant(start, view.zone),
      value: y,
    }));
    return [
      found,
      folded(figures, found, MOST).map(({ name, values }) => ({
        name: name ?? t.charts.other,
        kind: "bar" as const,
        stack: "events",
        values,
        ...(name === null ? { colour: "grey" as const } : {}),
      })),
    ];
  }, [rows, span, unit, view.zone]);
  return (
    <TimeChart
      label={t.events.chart}
      starts={starts}
      unit={unit}
      zone={view.zone}
      now={now}
      series={series}
    />
  );
}
