import { Stack, useComputedColorScheme } from "@mantine/core";
import type { EChartsOption } from "echarts";
import { useMemo } from "react";

import type { CellOf, Goal } from "~/api/types";
import { Chart } from "~/charts/Chart";
import { colours } from "~/charts/colours";
import { GRID, categories, figures, tooltip } from "~/charts/options";
import { number, percent, ratio } from "~/formats/numbers";
import { Answered } from "~/frame/Answered";
import { Empty } from "~/frame/Empty";
import { useOpen } from "~/frame/opening";
import { Figures } from "~/frame/Figures";
import { Panel } from "~/frame/Panel";
import { t } from "~/texts";

import { type Definition, type ViewProps, choiceOf, textOf } from "../definition";
import { ReportPage } from "../ReportPage";
import { stepCondition } from "../step";
import { visitorsWith } from "../told";
import { type Step, StepInput } from "../StepInput";

const REACHED = { of: "num" } satisfies CellOf<"goal">;
const ALL = { of: "total" } satisfies CellOf<"goal">;

function View({ parameters, answer, ask }: ViewProps<Step, Goal>) {
  const name = parameters.value;
  return (
    <Stack gap="md">
      <Answered answer={answer} ask={ask} height={110}>
        {({ num, total }) => (
          <Figures
            figures={[
              { label: t.goal.rate, value: percent(ratio(num, total)), how: t.goal.how.rate },
              { label: t.goal.reached, value: number(num), how: t.goal.how.num, opens: REACHED },
              { label: t.goal.of, value: number(total), how: t.goal.how.total, opens: ALL },
            ]}
          />
        )}
      </Answered>
      <Panel
        name="goal"
        title={name}
        answer={answer}
        ask={ask}
        height={160}
        empty={({ total }) => (total === 0 ? <Empty text={t.goal.empty} /> : null)}
        table={({ num, total }) => ({
          columns: [
            { label: t.goal.kind },
            {
              label: t.reports.visitors,
              isNumber: true,
              read: (cell) => number(Number(cell)),
              opens: ([kind]) => (kind === t.goal.did ? REACHED : undefined),
            },
          ],
          rows: [
            [t.goal.did, num],
            [t.goal.didNot, total - num],
          ],
        })}
      >
        {(goal) => <GoalChart goal={goal} />}
      </Panel>
    </Stack>
  );
}

function GoalChart({ goal: { num, total } }: { goal: Goal }) {
  const scheme = useComputedColorScheme("light");
  const open = useOpen();
  const option = useMemo<EChartsOption>(() => {
    const palette = colours(scheme);
    const bar = { type: "bar" as const, stack: "all", barWidth: 44 };
    return {
      grid: { ...GRID, top: 40 },
      legend: { top: 0, left: 0, textStyle: { color: palette.text } },
      tooltip: { ...tooltip(palette), valueFormatter: (value) => number(Number(value)) },
      xAxis: { ...figures(palette), max: total },
      yAxis: { ...categories(palette, [""]) },
      series: [
        {
          ...bar,
          name: t.goal.did,
          data: [num],
          itemStyle: { color: palette.series[0] ?? "", borderRadius: 4 },
        },
        {
          ...bar,
          name: t.goal.didNot,
          data: [total - num],
          itemStyle: { color: palette.empty, borderRadius: 4 },
        },
      ],
    };
  }, [scheme, num, total]);
  const label = `${t.goal.did}: ${number(num)}, ${t.goal.didNot}: ${number(total - num)}`;
  return (
    <Chart
      option={option}
      label={label}
      height={150}
      onPick={({ seriesIndex }) => {
        if (seriesIndex === 0) open?.(REACHED);
      }}
    />
  );
}

const definition: Definition<Step, "goal"> = {
  type: "goal",
  read: (given) => ({ type: choiceOf(given, "type", ["path", "event"]), value: textOf(given, "value", "") }),
  send: ({ type, value }) => ({ type, value }),
  isComplete: ({ value }) => value !== "",
  askFirst: t.goal.askFirst,
  Builder: ({ value, onChange }) => <StepInput label={t.goal.kind} value={value} onChange={onChange} />,
  tell: ({ of }, step) =>
    of === "num"
      ? { title: t.behind.goal.num(step.value), filter: visitorsWith(stepCondition(step)) }
      : { title: t.behind.goal.total },
  View,
};

export default function GoalReport() {
  return <ReportPage definition={definition} />;
}
