import { Text, useComputedColorScheme } from "@mantine/core";
import type { EChartsOption } from "echarts";
import { useMemo } from "react";

import type { Flow } from "~/api/types";
import { Chart } from "~/charts/Chart";
import { type Colours, colours } from "~/charts/colours";
import { escaped, tooltip } from "~/charts/options";
import { number, sharpPercent } from "~/formats/numbers";
import { useOpen } from "~/frame/opening";
import { usePage } from "~/page/page";
import { t } from "~/texts";

import { itemCondition } from "../step";
import {
  type Diagram,
  type Link,
  type Node,
  counted,
  diagram,
  endsAt,
  flowSentence,
  others,
  stepName,
} from "./flow";
import type { Journey } from "./parameters";

/** The room that a column needs for its names. */
const COLUMN = 190;
const NODE = 52;
const LEAST = 380;
/** Bands that are at least this share of all have their number written on them. */
const WRITTEN = 0.06;

interface Props {
  flow: Flow;
  journey: Journey;
}

export function FlowChart({ flow, journey: { steps, direction, nodes } }: Props) {
  const scheme = useComputedColorScheme("light");
  const { toggle } = usePage();
  const open = useOpen();
  const drawn = useMemo(() => diagram(flow, steps, direction), [flow, steps, direction]);
  const option = useMemo(() => optionOf(drawn, colours(scheme)), [drawn, scheme]);
  const tallest = Math.max(
    ...Array.from(
      { length: drawn.columns },
      (_, at) => drawn.nodes.filter(({ depth }) => depth === at).length,
    ),
  );
  const rest = others(flow).map(({ step, visits }) =>
    t.journey.othersAt(stepName(step, direction).toLocaleLowerCase(), number(visits)),
  );
  const hasMore = drawn.columns === steps && endsAt(flow, steps) > 0;
  return (
    <>
      <div className="wide-chart" role="group" tabIndex={0} aria-label={t.journey.flow[direction]}>
        <div style={{ minWidth: drawn.columns * COLUMN }}>
          <Chart
            option={option}
            label={flowSentence(flow, steps, direction)}
            height={Math.max(LEAST, tallest * NODE)}
            onPick={({ data }) => {
              const cell = (data as Node | Link).at;
              if (cell === undefined) return;
              if (open !== undefined) open(cell);
              else if ("item" in cell && cell.item !== null) toggle(itemCondition(cell.item));
            }}
          />
        </div>
      </div>
      {rest.length > 0 && (
        <Text size="xs" c="dimmed" mt={6}>
          {t.journey.othersHow(number(nodes), rest.join(", "))}
        </Text>
      )}
      {hasMore && (
        <Text size="xs" c="dimmed">
          {direction === "before" ? t.journey.firstStep(number(steps)) : t.journey.lastStep(number(steps))}
        </Text>
      )}
    </>
  );
}

function optionOf({ nodes, links, columns }: Diagram, palette: Colours): EChartsOption {
  const labels = new Map(nodes.map(({ name, title }) => [name, title]));
  const items = [...new Set(nodes.filter(({ kind }) => kind === "item").map(({ title }) => title))];
  const colourOf = ({ kind, title }: Node): string =>
    kind === "item"
      ? (palette.series[items.indexOf(title) % palette.series.length] ?? palette.text)
      : kind === "other"
        ? palette.dimmed
        : palette.line;
  return {
    tooltip: {
      ...tooltip(palette),
      formatter: (given: unknown) => {
        const { data } = given as { data: Node | Link };
        const names = "source" in data ? [data.source, data.target] : [data.name];
        const text = names.map((name) => escaped(labels.get(name) ?? "")).join(" → ");
        return `${text}<br><b>${escaped(counted(data.value, data.share))}</b>`;
      },
    },
    series: [
      {
        type: "sankey",
        left: 4,
        right: columns === 0 ? 4 : 150,
        top: 8,
        bottom: 8,
        nodeWidth: 14,
        // Two lines of writing.
        nodeGap: 28,
        // They stay in the order of their size, the others and those who left at the bottom.
        layoutIterations: 0,
        draggable: false,
        // eslint-disable-next-line @typescript-eslint/no-deprecated -- deprecated for lists of options only
        emphasis: { focus: "adjacency" },
        lineStyle: { color: "source", opacity: 0.25, curveness: 0.5 },
        label: {
          color: palette.text,
          fontSize: 12,
          lineHeight: 16,
          width: 150,
          overflow: "truncate",
          formatter: ({ data }) => {
            const { title, value, share } = data as unknown as Node;
            return `${title}\n{count|${number(value)} · ${sharpPercent(share)}}`;
          },
          rich: { count: { color: palette.dimmed, fontSize: 11 } },
        },
        data: nodes.map((node) => ({ ...node, itemStyle: { color: colourOf(node), borderWidth: 0 } })),
        links: links.map((link) => ({
          ...link,
          ...(link.kind === "ends" ? { lineStyle: { color: palette.dimmed, opacity: 0.18 } } : {}),
          edgeLabel: {
            show: link.share >= WRITTEN,
            color: palette.text,
            fontSize: 11,
            formatter: sharpPercent(link.share),
          },
        })),
      },
    ],
  };
}
