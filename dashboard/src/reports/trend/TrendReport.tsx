import { SegmentedControl, Stack } from "@mantine/core";
import { useMemo } from "react";

import type { CellOf, Trend } from "~/api/types";
import { moment } from "~/formats/dates";
import { Answered } from "~/frame/Answered";
import { Empty } from "~/frame/Empty";
import { Figures } from "~/frame/Figures";
import { Panel } from "~/frame/Panel";
import type { Column } from "~/frame/table";
import { usePage } from "~/page/page";
import { useCompared, useWholeCompared } from "~/page/useCompared";
import { useEmptyText } from "~/page/useEmptyText";
import { useParameter } from "~/page/useParameter";
import { useUnit } from "~/page/useUnit";
import { counterparts } from "~/range/comparison";
import { buckets } from "~/range/zones";
import { t } from "~/texts";

import type { Definition, ViewProps } from "../definition";
import { splitName } from "../parts/split";
import { ReportPage } from "../ReportPage";
import { type Line, cellOf, linesOf, readingOf, seriesName, valuesOf } from "./lines";
import {
  type TrendAsked,
  type TrendSeries,
  type TrendUnit,
  isCompleteTrend,
  isMoney,
  readTrend,
  sendTrend,
} from "./parameters";
import { tellTrend } from "./tell";
import { TrendBuilder } from "./TrendBuilder";
import { type Before, TrendCharts } from "./TrendCharts";
import { useCurrencies } from "../useCurrencies";

/** Return the unit that fits the range; a trend knows no years. */
function usePageUnit(): TrendUnit {
  const [unit] = useUnit();
  return unit === "hour" || unit === "day" ? unit : "month";
}

function useRangeUnit() {
  return { unit: usePageUnit() };
}

/** Picks the website's own currency where money is asked for without one. */
function useOwnCurrency(asked: TrendAsked): TrendAsked | undefined {
  const isOpen = asked.currency === "" && asked.series.some(isMoney);
  const { currencies, isPending } = useCurrencies(isOpen);
  if (!isOpen) return asked;
  return isPending ? undefined : { ...asked, currency: currencies[0] ?? "USD" };
}

function View({ parameters, answer, ask, askWithin }: ViewProps<TrendAsked, Trend>) {
  const { view, span, now } = usePage();
  const pageUnit = usePageUnit();
  const unit = parameters.unit === "auto" ? pageUnit : parameters.unit;
  const emptyText = useEmptyText();
  const [shown, show] = useParameter("series");
  const { series, currency, split } = parameters;
  const { data: before, against } = useCompared(answer, askWithin);
  const compared = useWholeCompared(askWithin);
  const starts = useMemo(() => buckets(span.startAt, span.endAt, unit, view.zone), [span, unit, view.zone]);
  const earlier = useMemo<Before | undefined>(() => {
    if (compared === undefined || split !== undefined) return undefined;
    const others = buckets(compared.whole.startAt, compared.whole.endAt, unit, view.zone);
    return {
      starts: counterparts(starts, others, unit, view.zone),
      lines: linesOf(compared.data, parameters),
    };
  }, [compared, split, parameters, starts, unit, view.zone]);
  const at = Math.min(Math.max(0, Number(shown) || 0), series.length - 1);
  const linesIn = (data: Trend): Line[] =>
    linesOf(data, parameters).filter((line) => split === undefined || line.at === at);

  return (
    <Stack gap="md">
      <Answered answer={answer} ask={ask} height={110}>
        {({ totals }) => (
          <Figures
            {...(askWithin === null ? {} : { against })}
            figures={series.map((each, index) => {
              const { format } = readingOf(each, currency);
              const [total, earlierTotal] = [totals[index] ?? null, before?.totals[index] ?? null];
              return {
                label: seriesName(each),
                value: total === null ? t.none : format(total),
                read: format,
                how: t.trend.totalHow[each.measure],
                opens: { series: index } satisfies CellOf<"trend">,
                ...(total === null || earlierTotal === null ? {} : { now: total, before: earlierTotal }),
              };
            })}
          />
        )}
      </Answered>
      <Panel
        name="trend"
        title={split === undefined ? t.trend.chart : t.trend.chartBy(splitName(split))}
        how={t.trend.how}
        answer={answer}
        ask={ask}
        height={380}
        tabs={
          split !== undefined && series.length > 1 ? (
            <SegmentedControl
              size="xs"
              mb="sm"
              aria-label={t.trend.shown}
              data={series.map((each, index) => ({ value: String(index), label: seriesName(each) }))}
              value={String(at)}
              onChange={(next) => show(next === "0" ? "" : next)}
            />
          ) : undefined
        }
        empty={({ totals }) =>
          totals.every((total) => total === null || total === 0) ? (
            <Empty text={series.length === 1 ? t.trend.empty : emptyText} height={300} />
          ) : null
        }
        table={(data) =>
          tableOf(
            linesIn(data),
            parameters,
            starts.filter((start) => start <= now),
            view.zone,
          )
        }
      >
        {(data) => (
          <TrendCharts
            lines={linesIn(data)}
            asked={parameters}
            starts={starts}
            unit={unit}
            before={earlier}
          />
        )}
      </Panel>
    </Stack>
  );
}

/** Return the lines as columns, bucket by bucket. */
function tableOf(lines: Line[], asked: TrendAsked, starts: number[], zone: string) {
  const shape = asked.unit === "hour" || isShort(starts) ? ("full" as const) : ("date" as const);
  const values = lines.map((line) => valuesOf(line, starts, zone));
  const columns: Column[] = [
    { label: t.trend.when, read: (cell) => moment(String(cell), shape, zone) },
    ...lines.map((line) => {
      const { name, at } = line;
      const { format } = readingOf(asked.series[at] as TrendSeries, asked.currency);
      return {
        label: name,
        isNumber: true,
        read: (cell: string | number | null) => (cell === null ? t.none : format(Number(cell))),
        opens: ([start]: readonly (string | number | null)[]) => cellOf(line, Date.parse(String(start))),
      };
    }),
  ];
  return {
    columns,
    rows: starts.map((start, at) => [
      new Date(start).toISOString(),
      ...values.map((each) => each[at] ?? null),
    ]),
  };
}

const DAY = 86_400_000;

/** Whether the buckets are shorter than a day, and so need their hour. */
function isShort([first, second]: number[]): boolean {
  return first !== undefined && second !== undefined && second - first < DAY / 2;
}

const definition: Definition<TrendAsked, "trend"> = {
  type: "trend",
  read: readTrend,
  send: sendTrend,
  useSettled: useOwnCurrency,
  useExtra: useRangeUnit,
  isComplete: isCompleteTrend,
  askFirst: t.trend.askFirst,
  Builder: TrendBuilder,
  tell: tellTrend,
  View,
};

export default function TrendReport() {
  return <ReportPage definition={definition} />;
}
