import { Select } from "@mantine/core";
import { useMemo } from "react";

import type { Pageviews } from "~/api/types";
import { useAnswer } from "~/api/useAnswer";
import { TimeChart, type TimeSeries } from "~/charts/TimeChart";
import { begun } from "~/charts/parts";
import { moment } from "~/formats/dates";
import { number } from "~/formats/numbers";
import { Empty } from "~/frame/Empty";
import { Panel } from "~/frame/Panel";
import type { Table } from "~/frame/table";
import { usePage } from "~/page/page";
import { useWholeCompared } from "~/page/useCompared";
import { useEmptyText } from "~/page/useEmptyText";
import { useUnit } from "~/page/useUnit";
import { counterparts } from "~/range/comparison";
import { type Unit, buckets } from "~/range/zones";
import { t } from "~/texts";

import { fill } from "./traffic";

type Figures = Pick<Pageviews, "pageviews" | "sessions">;

interface Before {
  starts: (number | undefined)[];
  data: Figures;
}

export function TrafficPanel() {
  const { ask, view, span, now } = usePage();
  const [unit, units, setUnit] = useUnit();
  const emptyText = useEmptyText();
  const starts = useMemo(() => buckets(span.startAt, span.endAt, unit, view.zone), [span, unit, view.zone]);
  const question = ask("pageviews", { unit });
  const answer = useAnswer(question);
  const compared = useWholeCompared((within) => ask("pageviews", { unit }, within));
  const before = useMemo<Before | undefined>(() => {
    if (compared === undefined) return undefined;
    const others = buckets(compared.whole.startAt, compared.whole.endAt, unit, view.zone);
    return { starts: counterparts(starts, others, unit, view.zone), data: compared.data };
  }, [compared, starts, unit, view.zone]);

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
      table={(data) => tableOf(data, before, starts, unit, view.zone, now)}
    >
      {(data) => (
        <Traffic data={data} before={before} starts={starts} unit={unit} zone={view.zone} now={now} />
      )}
    </Panel>
  );
}

/** Return the figures by bucket, those compared with beside them; the future is left out. */
function tableOf(
  data: Figures,
  before: Before | undefined,
  starts: number[],
  unit: Unit,
  zone: string,
  now: number,
): Table {
  const read = (cell: string | number | null) => (cell === null ? t.none : number(Number(cell)));
  const when = (cell: string | number | null) =>
    cell === null ? t.none : moment(String(cell), unit === "hour" ? "full" : "date", zone);
  const columnsOf = (figures: Figures, of: (number | undefined)[]) => [
    of.map((start) => (start === undefined ? null : new Date(start).toISOString())),
    ...[figures.sessions, figures.pageviews].map((points) => begun(fill(points, of, zone), of, now)),
  ];
  const labels = [t.units[unit], t.figures.visitors, t.figures.views];
  const columns = [
    ...columnsOf(data, starts),
    ...(before === undefined ? [] : columnsOf(before.data, before.starts)),
  ];
  return {
    columns: [...labels, ...(before === undefined ? [] : labels.map(t.compared))].map((label, at) => ({
      label,
      ...(at % labels.length === 0 ? { read: when } : { isNumber: true, read }),
    })),
    rows: starts
      .map((_, at) => columns.map((column) => column[at] ?? null))
      .filter((_, at) => before !== undefined || (starts[at] ?? 0) <= now),
  };
}

interface TrafficProps {
  data: Figures;
  before: Before | undefined;
  starts: number[];
  unit: Unit;
  zone: string;
  now: number;
}

function Traffic({ data, before, starts, unit, zone, now }: TrafficProps) {
  const series = useMemo<TimeSeries[]>(() => {
    const kinds = [
      { name: t.figures.visitors, key: "sessions", colour: 0 },
      { name: t.figures.views, key: "pageviews", colour: 1 },
    ] as const;
    return [
      ...kinds.map(({ name, key, colour }) => ({
        name,
        values: fill(data[key], starts, zone),
        kind: "line" as const,
        colour,
      })),
      ...(before === undefined ? [] : kinds).map(({ name, key, colour }) => ({
        name: t.compared(name),
        values: before === undefined ? [] : fill(before.data[key], before.starts, zone),
        comparedStarts: before?.starts ?? [],
        kind: "line" as const,
        colour,
      })),
    ];
  }, [data, before, starts, zone]);
  return (
    <TimeChart label={t.overview.chart} starts={starts} unit={unit} zone={zone} now={now} series={series} />
  );
}
