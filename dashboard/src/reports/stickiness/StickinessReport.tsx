import { Stack, useComputedColorScheme } from "@mantine/core";
import type { EChartsOption } from "echarts";
import { useMemo } from "react";

import type { CellOf, StickinessRow } from "~/api/types";
import { Chart } from "~/charts/Chart";
import { colours } from "~/charts/colours";
import { GRID, categories, escaped, figures, tooltip } from "~/charts/options";
import { mean, number, percent, ratio, sharpPercent } from "~/formats/numbers";
import { Answered } from "~/frame/Answered";
import { Empty } from "~/frame/Empty";
import { Figures } from "~/frame/Figures";
import { useOpen } from "~/frame/opening";
import { Panel } from "~/frame/Panel";
import { usePage } from "~/page/page";
import { useCompared } from "~/page/useCompared";
import { useEmptyText } from "~/page/useEmptyText";
import { buckets } from "~/range/zones";
import { t } from "~/texts";

import { type Definition, type ViewProps, numberOf } from "../definition";
import { type Activity, type ActivityUnit, readActivity, sendActivity } from "../parts/activity";
import { ActivityBuilder } from "../parts/ActivityBuilder";
import { ReportPage } from "../ReportPage";
import { atLeast, shownRows, stickyOf } from "./sticky";

function View(props: ViewProps<Activity, StickinessRow[]>) {
  const { parameters, answer, ask, askWithin } = props;
  const { unit, entity } = parameters;
  const { view, span, now } = usePage();
  const { data, against } = useCompared(answer, askWithin);
  const emptyText = useEmptyText();
  const units = buckets(span.startAt, Math.min(span.endAt, now), unit, view.zone).length;
  const before = data === undefined ? undefined : stickyOf(data, data.length);
  const isEmpty = answer.data?.every(({ visitors }) => visitors === 0);
  return (
    <Stack gap="md">
      {isEmpty !== true && (
        <Answered answer={answer} ask={ask} height={110}>
          {(rows) => {
            const found = stickyOf(rows, units);
            return (
              <Figures
                {...(askWithin === null ? {} : { against })}
                figures={[
                  {
                    label: t.stickiness.share,
                    value: percent(found.share),
                    now: found.share,
                    before: before?.share,
                    read: percent,
                    how: t.stickiness.shareHow[unit],
                  },
                  {
                    label: t.stickiness.perUnit[unit],
                    value: mean(found.perUnit),
                    now: found.perUnit,
                    before: before?.perUnit,
                    read: mean,
                    how: t.stickiness.perUnitHow,
                  },
                  {
                    label: t.stickiness.visitors,
                    value: number(found.visitors),
                    now: found.visitors,
                    before: before?.visitors,
                    read: number,
                    how: t.stickiness.visitorsHow,
                  },
                  {
                    label: t.stickiness.again[unit],
                    value: percent(ratio(found.again, found.visitors)),
                    how: t.stickiness.againHow(number(found.again)),
                  },
                  {
                    label: t.stickiness.each[unit],
                    value: mean(found.each),
                    now: found.each,
                    before: before?.each,
                    read: mean,
                    how: t.stickiness.eachHow,
                  },
                ]}
              />
            );
          }}
        </Answered>
      )}
      <Panel
        name="stickiness"
        title={t.stickiness.chart[unit]}
        how={entity === "session" ? `${t.stickiness.how[unit]} ${t.options.months}` : t.stickiness.how[unit]}
        answer={answer}
        ask={ask}
        height={360}
        empty={() => (isEmpty === true ? <Empty text={emptyText} height={300} /> : null)}
        table={(all) => {
          const rows = shownRows(all, units);
          const sums = atLeast(rows);
          const total = sums[0] ?? 0;
          const share = (cell: string | number | null) => percent(Number(cell));
          const count = (cell: string | number | null) => number(Number(cell));
          return {
            columns: [
              { label: t.stickiness.periods[unit], isNumber: true },
              {
                label: t.reports.visitors,
                isNumber: true,
                read: count,
                opens: ([periods]) => ({ periods: Number(periods) }) satisfies CellOf<"stickiness">,
              },
              { label: t.stickiness.shareOfAll, isNumber: true, read: share },
              { label: t.stickiness.atLeast, isNumber: true, read: count },
              { label: t.stickiness.atLeastShare, isNumber: true, read: share },
            ],
            rows: rows.map(({ periods, visitors }, at) => [
              periods,
              visitors,
              ratio(visitors, total),
              sums[at] ?? 0,
              ratio(sums[at] ?? 0, total),
            ]),
          };
        }}
      >
        {(rows) => <Bars rows={shownRows(rows, units)} unit={unit} />}
      </Panel>
    </Stack>
  );
}

function Bars({ rows, unit }: { rows: StickinessRow[]; unit: ActivityUnit }) {
  const scheme = useComputedColorScheme("light");
  const open = useOpen();
  const option = useMemo<EChartsOption>(() => {
    const palette = colours(scheme);
    const total = rows.reduce((sum, { visitors }) => sum + visitors, 0);
    return {
      grid: { ...GRID, bottom: 28, top: 24 },
      tooltip: {
        ...tooltip(palette),
        trigger: "axis",
        axisPointer: { type: "shadow", shadowStyle: { opacity: 0.15 } },
        formatter: (given: unknown) => {
          const row = rows[(given as { dataIndex: number }[])[0]?.dataIndex ?? 0];
          if (row === undefined) return "";
          const share = percent(ratio(row.visitors, total));
          return `${escaped(t.stickiness.on(unit, row.periods))}<br><b>${escaped(t.stickiness.some(number(row.visitors), share))}</b>`;
        },
      },
      xAxis: {
        ...categories(
          palette,
          rows.map(({ periods }) => number(periods)),
        ),
        name: t.stickiness.periods[unit],
        nameLocation: "middle",
        nameGap: 28,
        nameTextStyle: { color: palette.dimmed, fontSize: 12 },
      },
      yAxis: figures(palette),
      series: [
        {
          type: "bar",
          name: t.reports.visitors,
          barMaxWidth: 64,
          data: rows.map(({ visitors }) => visitors),
          itemStyle: { color: palette.series[0] ?? "", borderRadius: [3, 3, 0, 0] },
          label: {
            show: rows.length <= 16,
            position: "top",
            color: palette.text,
            formatter: ({ dataIndex }) => {
              const visitors = rows[dataIndex]?.visitors ?? 0;
              return visitors === 0 ? "" : sharpPercent(ratio(visitors, total));
            },
          },
        },
      ],
    };
  }, [scheme, rows, unit]);
  const told = rows
    .slice(0, 7)
    .map(({ periods, visitors }) => `${t.stickiness.on(unit, periods)}: ${number(visitors)}`)
    .join(", ");
  return (
    <Chart
      option={option}
      label={t.charts.title(t.stickiness.chart[unit], told)}
      height={320}
      {...(open && {
        onPick: ({ dataIndex }) => {
          const row = rows[dataIndex];
          if (row !== undefined) open({ periods: row.periods } satisfies CellOf<"stickiness">);
        },
      })}
    />
  );
}

const definition: Definition<Activity, "stickiness"> = {
  type: "stickiness",
  read: readActivity,
  send: sendActivity,
  isComplete: () => true,
  Builder: ActivityBuilder,
  isInstant: true,
  tell: (cell, { unit }) => {
    const periods = numberOf(cell, "periods", 0, 0, Infinity);
    return periods === 0 ? undefined : { title: t.stickiness.behind(t.stickiness.on(unit, periods)) };
  },
  View,
};

export default function StickinessReport() {
  return <ReportPage definition={definition} />;
}
