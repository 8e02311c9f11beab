import { Stack } from "@mantine/core";

import type { CellOf, Flow, Journeys, Way } from "~/api/types";
import type { Cell } from "~/formats/csv";
import { number, percent, ratio } from "~/formats/numbers";
import { Answered } from "~/frame/Answered";
import { Empty } from "~/frame/Empty";
import { Figures } from "~/frame/Figures";
import { Panel } from "~/frame/Panel";
import type { Table } from "~/frame/table";
import { t } from "~/texts";

import type { Definition, ViewProps } from "../definition";
import { ReportPage } from "../ReportPage";
import { itemCondition } from "../step";
import { endsAt, visitsAt } from "./flow";
import { FlowChart } from "./FlowChart";
import { flowTable } from "./flowTable";
import { JourneyBuilder } from "./JourneyBuilder";
import { tellJourney } from "./tell";
import { type Journey, isCompleteJourney, readJourney, sendJourney } from "./parameters";

function View({ parameters, answer, ask }: ViewProps<Journey, Journeys>) {
  const { direction } = parameters;
  const isEmpty = answer.data?.flow.total === 0;
  const empty = () => (isEmpty ? <Empty text={t.journey.empty} height={300} /> : null);
  return (
    <Stack gap="md">
      {!isEmpty && (
        <Answered answer={answer} ask={ask} height={110}>
          {({ flow }) => <Sums flow={flow} journey={parameters} />}
        </Answered>
      )}
      <Panel
        name="flow"
        title={t.journey.flow[direction]}
        how={t.journey.how[direction]}
        answer={answer}
        ask={ask}
        height={440}
        empty={empty}
        table={({ flow }) => flowTable(flow, parameters)}
      >
        {({ flow }) => <FlowChart flow={flow} journey={parameters} />}
      </Panel>
      {!isEmpty && (
        <Panel
          name="ways"
          title={t.journey.ways}
          how={t.journey.waysHow}
          answer={answer}
          ask={ask}
          height={240}
          table={({ rows }) => waysTable(rows)}
        />
      )}
    </Stack>
  );
}

function Sums({ flow, journey: { direction, steps } }: { flow: Flow; journey: Journey }) {
  const atOnce = endsAt(flow, 1);
  const last = Math.max(...flow.steps.map(({ step }) => step));
  const far = Math.min(last, steps);
  const reached = visitsAt(flow, far);
  const isBackward = direction === "before";
  return (
    <Figures
      figures={[
        { label: t.journey.journeys, value: number(flow.total), how: t.journey.journeysHow[direction] },
        {
          label: isBackward ? t.journey.began : t.journey.bounced,
          value: percent(ratio(atOnce, flow.total)),
          how: `${number(atOnce)}. ${t.journey.bouncedHow[direction]}`,
        },
        {
          label: isBackward
            ? t.journey.longer
            : t.journey.reached(t.journey.stepColumn(far).toLocaleLowerCase()),
          value: percent(ratio(reached, flow.total)),
          how: `${number(reached)}. ${isBackward ? t.journey.longerHow(number(far)) : t.journey.reachedHow}`,
        },
      ]}
    />
  );
}

/** Return the ways as rows, filled up to the same length. */
function waysTable(ways: Way[]): Table {
  const length = Math.max(...ways.map(({ items }) => items.filter((item) => item !== null).length), 1);
  const columns = Array.from({ length }, (_, at) => t.journey.stepColumn(at + 1));
  return {
    columns: [
      ...columns.map((label) => ({
        label,
        filter: (cell: string | number | null) => (cell === null ? undefined : itemCondition(String(cell))),
      })),
      {
        label: t.journey.count,
        isNumber: true,
        read: (cell) => number(Number(cell)),
        opens: (row) => wayCell(ways, row),
      },
    ],
    rows: ways.map(({ items, count }) => [...columns.map((_, at) => items[at] ?? null), count]),
  };
}

/** Return the cell of the way that a row shows; rows are filled up to the same length. */
function wayCell(ways: Way[], row: readonly Cell[]): CellOf<"journey"> | undefined {
  const way = ways.find(({ items }) => row.slice(0, -1).every((cell, at) => cell === (items[at] ?? null)));
  return way === undefined ? undefined : { items: way.items };
}

const definition: Definition<Journey, "journey"> = {
  type: "journey",
  read: readJourney,
  send: sendJourney,
  useExtra: () => ({ flow: true }),
  isComplete: isCompleteJourney,
  askFirst: t.journey.askFirst,
  Builder: JourneyBuilder,
  tell: (cell, { direction }) => tellJourney(cell, direction),
  View,
};

export default function JourneyReport() {
  return <ReportPage definition={definition} />;
}
