import { Checkbox, Group, NumberInput, Select, useComputedColorScheme } from "@mantine/core";
import type { EChartsOption } from "echarts";
import { useMemo } from "react";

import { BOUNDS } from "~/api/schema";
import type { CellOf, Way } from "~/api/types";
import { Chart } from "~/charts/Chart";
import { colours } from "~/charts/colours";
import { escaped, tooltip } from "~/charts/options";
import type { Cell } from "~/formats/csv";
import { number } from "~/formats/numbers";
import { Empty } from "~/frame/Empty";
import { Panel } from "~/frame/Panel";
import { usePage } from "~/page/page";
import { t } from "~/texts";
import { ValueInput } from "~/toolbar/ValueInput";

import {
  type BuilderProps,
  type Definition,
  type ViewProps,
  choiceOf,
  numberOf,
  textOf,
} from "../definition";
import { ReportPage } from "../ReportPage";
import { itemCondition } from "../step";
import { sankey } from "./sankey";
import { tellJourney } from "./tell";

const { minimum: FEWEST, maximum: MOST } = BOUNDS.JourneyParameters.steps;

interface Journey {
  steps: number;
  startStep: string;
  endStep: string;
  kind: "both" | "1" | "2";
  collapse: boolean;
}

function Builder({ value, onChange }: BuilderProps<Journey>) {
  return (
    <Group gap="sm" align="flex-end">
      <NumberInput
        label={t.journey.steps}
        min={FEWEST}
        max={MOST}
        allowDecimal={false}
        clampBehavior="strict"
        w={90}
        value={value.steps}
        onChange={(steps) => onChange({ ...value, steps: Number(steps) })}
      />
      <ValueInput
        field={value.kind === "2" ? "event" : "path"}
        label={t.journey.start}
        placeholder={t.journey.any}
        value={value.startStep}
        onChange={(startStep) => onChange({ ...value, startStep })}
      />
      <ValueInput
        field={value.kind === "2" ? "event" : "path"}
        label={t.journey.end}
        placeholder={t.journey.any}
        value={value.endStep}
        onChange={(endStep) => onChange({ ...value, endStep })}
      />
      <Select
        label={t.journey.kind}
        allowDeselect={false}
        w={190}
        data={[
          { value: "both", label: t.journey.both },
          { value: "1", label: t.journey.pages },
          { value: "2", label: t.journey.events },
        ]}
        value={value.kind}
        onChange={(kind) => onChange({ ...value, kind: kind ?? "both" })}
      />
      <Checkbox
        label={t.journey.collapse}
        description={t.journey.collapseHint}
        checked={value.collapse}
        onChange={(event) => onChange({ ...value, collapse: event.currentTarget.checked })}
      />
    </Group>
  );
}

function View({ parameters, answer, ask }: ViewProps<Journey, Way[]>) {
  const { mayFilter } = usePage();
  const columns = Array.from({ length: parameters.steps }, (_, at) => t.journey.stepColumn(at + 1));
  return (
    <Panel
      name="ways"
      title={t.journey.ways}
      how={mayFilter ? `${t.journey.how} ${t.journey.clickHint}` : t.journey.how}
      answer={answer}
      ask={ask}
      height={560}
      empty={(ways) => (ways.length === 0 ? <Empty text={t.journey.empty} height={400} /> : null)}
      table={(ways) => ({
        columns: [
          ...columns.map((label) => ({
            label,
            filter: (cell: string | number | null) =>
              cell === null ? undefined : itemCondition(String(cell)),
          })),
          {
            label: t.journey.count,
            isNumber: true,
            read: (cell) => number(Number(cell)),
            opens: (row) => wayCell(ways, row),
          },
        ],
        rows: ways.map(({ items, count }) => [...columns.map((_, at) => items[at] ?? null), count]),
      })}
    >
      {(ways) => <Ways ways={ways} />}
    </Panel>
  );
}

/** Return the cell of the way that a row shows; rows are filled up to the same length. */
function wayCell(ways: Way[], row: readonly Cell[]): CellOf<"journey"> | undefined {
  const way = ways.find(({ items }) => row.slice(0, -1).every((cell, at) => cell === (items[at] ?? null)));
  return way === undefined ? undefined : { items: way.items };
}

function Ways({ ways }: { ways: Way[] }) {
  const scheme = useComputedColorScheme("light");
  const { toggle } = usePage();
  const option = useMemo<EChartsOption>(() => {
    const palette = colours(scheme);
    const { nodes, links } = sankey(ways);
    const items = new Map(nodes.map(({ name, item }) => [name, item]));
    const itemColours = [...new Set(nodes.map(({ item }) => item))];
    const colourOf = (item: string): string =>
      palette.series[itemColours.indexOf(item) % palette.series.length] ?? palette.text;
    return {
      tooltip: {
        ...tooltip(palette),
        formatter: (given: unknown) => {
          const { name, value, data } = given as { name: string; value: number; data: object };
          const ends = "source" in data && "target" in data ? [data.source, data.target] : [name];
          const text = ends.map((end) => escaped(items.get(String(end)) ?? "")).join(" → ");
          return `${text}<br><b>${number(value)}</b>`;
        },
      },
      series: [
        {
          type: "sankey",
          left: 4,
          right: 150,
          top: 8,
          bottom: 8,
          nodeWidth: 14,
          nodeGap: 10,
          draggable: false,
          // eslint-disable-next-line @typescript-eslint/no-deprecated -- deprecated for lists of options only
          emphasis: { focus: "adjacency" },
          lineStyle: { color: "gradient", opacity: 0.28, curveness: 0.5 },
          label: {
            color: palette.text,
            fontSize: 12,
            width: 140,
            overflow: "truncate",
            formatter: ({ name }) => items.get(name) ?? "",
          },
          data: nodes.map(({ name, depth, item }) => ({
            name,
            depth,
            itemStyle: { color: colourOf(item), borderWidth: 0 },
          })),
          links,
        },
      ],
    };
  }, [scheme, ways]);
  const label = ways
    .slice(0, 5)
    .map(({ items, count }) => `${items.filter((item) => item !== null).join(" → ")}: ${number(count)}`)
    .join("; ");
  return (
    <div className="wide-chart" role="group" tabIndex={0} aria-label={t.journey.ways}>
      <Chart
        option={option}
        label={label}
        height={520}
        onPick={({ name }) => {
          const item = name.split("\u0000")[1];
          if (item !== undefined) toggle(itemCondition(item));
        }}
      />
    </div>
  );
}

const definition: Definition<Journey, "journey"> = {
  type: "journey",
  read: (given) => ({
    steps: numberOf(given, "steps", 5, FEWEST, MOST),
    startStep: textOf(given, "startStep", ""),
    endStep: textOf(given, "endStep", ""),
    kind: choiceOf({ kind: String(given["eventType"]) }, "kind", ["both", "1", "2"]),
    collapse: given["collapse"] !== false,
  }),
  send: ({ steps, startStep, endStep, kind, collapse }) => ({
    steps,
    ...(startStep === "" ? {} : { startStep }),
    ...(endStep === "" ? {} : { endStep }),
    ...(kind === "both" ? {} : { eventType: kind }),
    collapse,
  }),
  isComplete: () => true,
  Builder,
  tell: tellJourney,
  View,
};

export default function JourneyReport() {
  return <ReportPage definition={definition} />;
}
