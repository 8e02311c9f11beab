import { Button, Group, Stack, Text, useComputedColorScheme } from "@mantine/core";
import type { EChartsOption } from "echarts";
import { useMemo } from "react";

import type { CellOf, FunnelRows, FunnelRow as Row } from "~/api/types";
import { Chart } from "~/charts/Chart";
import { colours } from "~/charts/colours";
import { GRID, categories, figures, tooltip } from "~/charts/options";
import type { Condition } from "~/filters/conditions";
import { duration, number, percent } from "~/formats/numbers";
import { Answered } from "~/frame/Answered";
import { Empty } from "~/frame/Empty";
import { type Figure, Figures } from "~/frame/Figures";
import { Opens } from "~/frame/Opens";
import { useOpen } from "~/frame/opening";
import { Panel } from "~/frame/Panel";
import { usePage } from "~/page/page";
import { useCompared } from "~/page/useCompared";
import { t } from "~/texts";

import { type Definition, type ViewProps } from "../definition";
import { intervalOf, intervalText } from "../parts/interval";
import { ReportPage } from "../ReportPage";
import { stepCondition } from "../step";
import { FunnelBuilder } from "./FunnelBuilder";
import { GroupsPanel } from "./GroupsPanel";
import { tellFunnel } from "./tell";
import { type Funnel, extraFunnel, isCompleteFunnel, readFunnel, sendFunnel } from "./parameters";

function reached(step: number): CellOf<"funnel"> {
  return { step, outcome: "reached" };
}

/** Return the cell of those who left before a step; nobody can leave before the first. */
function dropped(step: number): CellOf<"funnel"> | undefined {
  return step > 1 ? { step, outcome: "dropped" } : undefined;
}

function rowsOf(found: FunnelRows): Row[] {
  return Array.isArray(found) ? found : found.rows;
}

function View({ parameters, answer, ask, askWithin }: ViewProps<Funnel, FunnelRows>) {
  const { data, against } = useCompared(answer, askWithin);
  const before = data === undefined ? undefined : rowsOf(data);
  const { split, order } = parameters;
  return (
    <Stack gap="md">
      <Answered answer={answer} ask={ask} height={110}>
        {(found) => (
          <Figures figures={figuresOf(rowsOf(found), before)} {...(askWithin === null ? {} : { against })} />
        )}
      </Answered>
      <Panel
        name="funnel"
        title={t.reports.names.funnel}
        how={t.funnel.orderHow[order]}
        answer={answer}
        ask={ask}
        height={380}
        empty={(found) =>
          rowsOf(found)[0]?.visitors === 0 ? <Empty text={t.funnel.empty} height={300} /> : null
        }
        table={(found) => ({
          columns: [
            { label: t.reports.step, isNumber: true },
            { label: t.reports.type },
            { label: t.filters.value },
            {
              label: t.reports.visitors,
              isNumber: true,
              read: (cell) => number(Number(cell)),
              opens: ([step]) => reached(Number(step)),
            },
            {
              label: t.funnel.droppedColumn,
              isNumber: true,
              read: (cell) => number(Number(cell)),
              opens: ([step]) => dropped(Number(step)),
            },
            {
              label: t.funnel.dropoff,
              isNumber: true,
              read: (cell) => (cell === null ? "" : percent(Number(cell))),
            },
            {
              label: t.funnel.remaining,
              isNumber: true,
              read: (cell) => (cell === null ? "" : percent(Number(cell))),
            },
          ],
          rows: rowsOf(found).map((row, at) => [
            at + 1,
            t.reports.stepTypes[row.type],
            row.value,
            row.visitors,
            row.dropped,
            row.dropoff,
            row.remaining,
          ]),
        })}
      >
        {(found) => (
          <>
            <FunnelChart rows={rowsOf(found)} />
            <Steps rows={rowsOf(found)} />
          </>
        )}
      </Panel>
      {split !== undefined && <GroupsPanel split={split} answer={answer} ask={ask} />}
    </Stack>
  );
}

function figuresOf(rows: Row[], before: Row[] | undefined): Figure[] {
  const [first, last] = [rows[0], rows.at(-1)];
  const [firstBefore, lastBefore] = [before?.[0], before?.at(-1)];
  const interval = intervalOf(last?.remainingLow, last?.remainingHigh);
  const took = last?.fromFirst ?? undefined;
  return [
    {
      label: t.funnel.converted,
      value: percent(last?.remaining ?? 0),
      now: last?.remaining ?? 0,
      before: lastBefore?.remaining ?? undefined,
      read: percent,
      how: [t.funnel.convertedHow, ...(interval === undefined ? [] : [intervalText(interval)])].join(" "),
    },
    {
      label: t.funnel.began,
      value: number(first?.visitors ?? 0),
      now: first?.visitors ?? 0,
      before: firstBefore?.visitors,
      read: number,
      how: t.funnel.beganHow,
      opens: reached(1),
    },
    {
      label: t.funnel.finished,
      value: number(last?.visitors ?? 0),
      now: last?.visitors ?? 0,
      before: lastBefore?.visitors,
      read: number,
      how: t.funnel.finishedHow,
      opens: reached(rows.length),
    },
    ...(took === undefined
      ? []
      : [
          {
            label: t.funnel.took,
            value: duration(took.median),
            how: t.funnel.tookHow(duration(took.p90)),
          },
        ]),
  ];
}

function FunnelChart({ rows }: { rows: Row[] }) {
  const scheme = useComputedColorScheme("light");
  const open = useOpen();
  const option = useMemo<EChartsOption>(() => {
    const palette = colours(scheme);
    const bar = { type: "bar" as const, stack: "all", barMaxWidth: 120, barCategoryGap: "30%" };
    return {
      grid: { ...GRID, top: 28 },
      tooltip: { ...tooltip(palette), trigger: "axis", valueFormatter: (value) => number(Number(value)) },
      xAxis: {
        ...categories(
          palette,
          rows.map(({ value }, at) => `${at + 1}. ${value}`),
        ),
        axisLabel: {
          color: palette.dimmed,
          interval: 0,
          width: 140,
          overflow: "truncate",
          fontSize: 12,
          lineHeight: 18,
          formatter: (name: string, at: number) => `${name}\n{share|${percent(rows[at]?.remaining ?? 0)}}`,
          rich: { share: { color: palette.text, fontWeight: 600, fontSize: 13 } },
        },
      },
      yAxis: figures(palette),
      series: [
        {
          ...bar,
          name: t.reports.visitors,
          data: rows.map(({ visitors }) => visitors),
          itemStyle: { color: palette.series[0] ?? "" },
        },
        {
          ...bar,
          name: t.funnel.droppedColumn,
          data: rows.map(({ dropped }) => dropped),
          itemStyle: { color: palette.empty, borderRadius: [4, 4, 0, 0] },
        },
      ],
    };
  }, [scheme, rows]);
  const label = rows.map(({ value, visitors }) => `${value}: ${number(visitors)}`).join(", ");
  return (
    <Chart
      option={option}
      label={label}
      height={250}
      onPick={({ dataIndex, seriesIndex }) => {
        const cell = seriesIndex === 0 ? reached(dataIndex + 1) : dropped(dataIndex + 1);
        if (cell !== undefined) open?.(cell);
      }}
    />
  );
}

function Steps({ rows }: { rows: Row[] }) {
  const { toggle, mayFilter } = usePage();
  return (
    <ol className="funnel-steps">
      {rows.map((row, at) => {
        const condition = rowCondition(row);
        return (
          <li key={at}>
            <Group justify="space-between" gap="xs" wrap="nowrap">
              <Text size="sm" truncate title={row.value}>
                {at + 1}. {row.value}
              </Text>
              <Text size="sm" fw={600}>
                <Opens cell={reached(at + 1)}>{number(row.visitors)}</Opens>
              </Text>
            </Group>
            {row.fromPrevious !== undefined && row.fromPrevious !== null && (
              <Text size="xs" c="dimmed">
                {t.funnel.stepTook(duration(row.fromPrevious.median), duration(row.fromPrevious.p90))}
              </Text>
            )}
            <Group justify="space-between" gap="xs">
              <Text size="xs" c="dimmed">
                {row.dropoff === null ? (
                  t.reports.visitors
                ) : (
                  <Opens cell={dropped(at + 1)}>
                    {t.funnel.dropped(number(row.dropped), percent(row.dropoff))}
                  </Opens>
                )}
              </Text>
              {mayFilter && condition !== undefined && (
                <Button size="compact-xs" variant="subtle" onClick={() => toggle(condition, "session")}>
                  {t.funnel.filterBy}
                </Button>
              )}
            </Group>
          </li>
        );
      })}
    </ol>
  );
}

/**
 * Return the filter that a step stands for, if one does. The steps of a funnel may lie in several visits, so it keeps
 * the visitors who took the step.
 */
function rowCondition(row: Row | undefined): Condition | undefined {
  return row?.type === "path" || row?.type === "event"
    ? stepCondition({ type: row.type, value: row.value })
    : undefined;
}

const definition: Definition<Funnel, "funnel"> = {
  type: "funnel",
  read: readFunnel,
  send: sendFunnel,
  useExtra: extraFunnel,
  isComplete: isCompleteFunnel,
  askFirst: t.funnel.askFirst,
  Builder: FunnelBuilder,
  tell: tellFunnel,
  View,
};

export default function FunnelReport() {
  return <ReportPage definition={definition} />;
}
