import { Select } from "@mantine/core";
import { useMemo } from "react";

import type { Pageviews } from "~/api/types";
import { useAnswer } from "~/api/useAnswer";
import { TimeChart, type TimeSeries } from "~/charts/TimeChart";
import { moment } from "~/formats/dates";
import { number } from "~/formats/numbers";
import { Empty } from "~/frame/Empty";
import { Panel } from "~/frame/Panel";
import { usePage } from "~/page/page";
import { useEmptyText } from "~/page/useEmptyText";
import { useUnit } from "~/page/useUnit";
import { type Unit, buckets } from "~/range/zones";
import { t } from "~/texts";

import { fill, fillCompared } from "./traffic";

export function TrafficPanel() {
  const { ask, view, span } = usePage();
  const [unit, units, setUnit] = useUnit();
  const emptyText = useEmptyText();
  const starts = useMemo(() => buckets(span.startAt, span.endAt, unit, view.zone), [span, unit, view.zone]);
  const question = ask("pageviews", { unit, compare: view.compare === "none" ? undefined : view.compare });
  const answer = useAnswer(question);

  return (
    <Panel
      name="traffic"
      title={t.overview.chart}
      answer={answer}
      ask={question}
      height={300}
      extra={
        <Select
          size="xs"
          w={96}
          aria-label={t.overview.unit}
          data={units.map((each) => ({ value: each, label: t.units[each] }))}
          value={unit}
          allowDeselect={false}
          onChange={(next) => setUnit(next ?? unit)}
        />
      }
      empty={({ pageviews, sessions }) =>
        pageviews.length === 0 && sessions.length === 0 ? <Empty text={emptyText} height={300} /> : null
      }
      table={(data) => {
        const views = fill(data.pageviews, starts, view.zone);
        const visitors = fill(data.sessions, starts, view.zone);
        const read = (cell: string | number | null) => number(Number(cell));
        return {
          columns: [
            {
              label: t.units[unit],
              read: (cell) => moment(String(cell), unit === "hour" ? "full" : "date", view.zone),
            },
            { label: t.figures.visitors, isNumber: true, read },
            { label: t.figures.views, isNumber: true, read },
          ],
          rows: starts.map((start, at) => [new Date(start).toISOString(), visitors[at] ?? 0, views[at] ?? 0]),
        };
      }}
    >
      {(data) => <Traffic data={data} starts={starts} unit={unit} zone={view.zone} />}
    </Panel>
  );
}

function Traffic(props: { data: Pageviews; starts: number[]; unit: Unit; zone: string }) {
  const { data, starts, unit, zone } = props;
  const series = useMemo<TimeSeries[]>(() => {
    const now: TimeSeries[] = [
      { name: t.figures.visitors, values: fill(data.sessions, starts, zone), kind: "line", colour: 0 },
      { name: t.figures.views, values: fill(data.pageviews, starts, zone), kind: "line", colour: 1 },
    ];
    if (data.compare === undefined || data.compare === null) return now;
    const before = fillCompared(data.compare, unit, zone, starts.length);
    return [
      ...now,
      {
        name: t.compared(t.figures.visitors),
        values: before.visitors,
        kind: "line",
        colour: 0,
        isFaint: true,
      },
      { name: t.compared(t.figures.views), values: before.views, kind: "line", colour: 1, isFaint: true },
    ];
  }, [data, starts, unit, zone]);
  return <TimeChart label={t.overview.chart} starts={starts} unit={unit} zone={zone} series={series} />;
}
