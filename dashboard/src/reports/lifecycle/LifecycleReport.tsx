import { Stack, Text } from "@mantine/core";
import { useMemo } from "react";

import type { CellOf, LifecycleRow } from "~/api/types";
import { TimeChart, type TimeSeries } from "~/charts/TimeChart";
import { moment } from "~/formats/dates";
import { compact, number } from "~/formats/numbers";
import { Answered } from "~/frame/Answered";
import { Empty } from "~/frame/Empty";
import { Figures } from "~/frame/Figures";
import { useOpen } from "~/frame/opening";
import { Panel } from "~/frame/Panel";
import { usePage } from "~/page/page";
import { useEmptyText } from "~/page/useEmptyText";
import { t } from "~/texts";

import { type Definition, type ViewProps, textOf } from "../definition";
import { type Activity, type ActivityUnit, readActivity, sendActivity } from "../parts/activity";
import { ActivityBuilder } from "../parts/ActivityBuilder";
import { ReportPage } from "../ReportPage";
import { STATES, type State, begunRows, growth, lastWhole, valuesOf } from "./states";

/** Colours by what the states mean: those who stay away are grey. */
const COLOURS: Record<State, number | "grey"> = { new: 0, returning: 2, resurrecting: 1, dormant: "grey" };

function View({ parameters: { unit, entity }, answer, ask }: ViewProps<Activity, LifecycleRow[]>) {
  const { view, now } = usePage();
  const emptyText = useEmptyText();
  const size = (value: number): string => number(Math.abs(value));
  return (
    <Stack gap="md">
      <Answered answer={answer} ask={ask} height={110}>
        {(rows) => <LastUnit rows={begunRows(rows, now)} unit={unit} zone={view.zone} />}
      </Answered>
      <Panel
        name="lifecycle"
        title={t.lifecycle.chart}
        how={entity === "session" ? `${t.lifecycle.how} ${t.options.months}` : t.lifecycle.how}
        answer={answer}
        ask={ask}
        height={380}
        empty={(rows) => (rows.every(isEmpty) ? <Empty text={emptyText} height={300} /> : null)}
        table={(rows) => ({
          columns: [
            { label: t.units[unit], read: (cell) => moment(String(cell), shapeOf(unit), view.zone) },
            ...STATES.map((state) => ({
              label: t.lifecycle.states[state],
              isNumber: true,
              read: (cell: string | number | null) =>
                cell === null ? t.lifecycle.notOver : size(Number(cell)),
              opens: ([start]: readonly (string | number | null)[]) => cellOf(String(start), state),
            })),
          ],
          rows: begunRows(rows, now).map((row) => [
            row.t,
            row.new,
            row.returning,
            row.resurrecting,
            row.complete ? row.dormant : null,
          ]),
        })}
      >
        {(rows) => <OverTime rows={rows} unit={unit} format={size} />}
      </Panel>
    </Stack>
  );
}

/** The figures of the last unit that is over, compared with the one before. */
function LastUnit({ rows, unit, zone }: { rows: LifecycleRow[]; unit: ActivityUnit; zone: string }) {
  const [last, before] = lastWhole(rows);
  if (last === undefined) return <Text c="dimmed">{t.lifecycle.noneWhole[unit]}</Text>;
  const when = moment(last.t, shapeOf(unit), zone);
  const grown = growth(last);
  return (
    <Figures
      against={
        before === undefined
          ? t.lifecycle.last(unit, when)
          : t.lifecycle.against(unit, when, moment(before.t, shapeOf(unit), zone))
      }
      figures={[
        ...STATES.map((state) => ({
          label: t.lifecycle.states[state],
          value: number(last[state]),
          now: last[state],
          before: before?.[state],
          read: number,
          how: t.lifecycle.statesHow[state](t.lifecycle.before[unit]),
          isBadToGrow: state === "dormant",
          opens: cellOf(last.t, state),
        })),
        {
          label: t.lifecycle.growth,
          value: `${grown > 0 ? "+" : ""}${number(grown)}`,
          how: t.lifecycle.growthHow,
        },
      ]}
    />
  );
}

function OverTime(props: { rows: LifecycleRow[]; unit: ActivityUnit; format: (value: number) => string }) {
  const { rows, unit, format } = props;
  const { view, now } = usePage();
  const open = useOpen();
  const starts = useMemo(() => rows.map((row) => Date.parse(row.t)), [rows]);
  const series = useMemo<TimeSeries[]>(
    () =>
      STATES.map((state) => ({
        name: t.lifecycle.states[state],
        kind: "bar",
        stack: "lifecycle",
        values: valuesOf(rows, state),
        colour: COLOURS[state],
      })),
    [rows],
  );
  const isCut = begunRows(rows, now).some(({ complete }) => !complete);
  return (
    <>
      <TimeChart
        label={t.lifecycle.chart}
        starts={starts}
        unit={unit}
        zone={view.zone}
        now={now}
        series={series}
        height={340}
        format={format}
        axis={sizeOnAxis}
        {...(open && {
          onPick: (name: string, start: number) => {
            const state = STATES.find((each) => t.lifecycle.states[each] === name);
            const row = rows.find((each) => Date.parse(each.t) === start);
            if (state !== undefined && row !== undefined) open(cellOf(row.t, state));
          },
        })}
      />
      {isCut && (
        <Text size="xs" c="dimmed" ta="right">
          {t.lifecycle.cut[unit]}
        </Text>
      )}
    </>
  );
}

/** Return the cell of the visitors who were in a state in a unit. */
function cellOf(start: string, state: State): CellOf<"lifecycle"> {
  return { t: start, state };
}

function sizeOnAxis(value: number): string {
  return compact(Math.abs(value));
}

function isEmpty(row: LifecycleRow): boolean {
  return STATES.every((state) => row[state] === 0);
}

function shapeOf(unit: ActivityUnit): "date" | "month" {
  return unit === "month" ? "month" : "date";
}

const definition: Definition<Activity, "lifecycle"> = {
  type: "lifecycle",
  read: readActivity,
  send: sendActivity,
  isComplete: () => true,
  Builder: ActivityBuilder,
  isInstant: true,
  tell: (cell, { unit }, zone) => {
    const state = STATES.find((each) => each === cell["state"]);
    const when = moment(textOf(cell, "t", ""), shapeOf(unit), zone);
    if (state === undefined || when === "") return undefined;
    return { title: t.behind.within(t.lifecycle.behind[state], t.lifecycle.unit[unit](when)) };
  },
  View,
};

export default function LifecycleReport() {
  return <ReportPage definition={definition} />;
}
