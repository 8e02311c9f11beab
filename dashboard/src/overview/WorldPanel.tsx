import { useComputedColorScheme } from "@mantine/core";
import type { EChartsOption } from "echarts";
import { useMemo } from "react";

import type { Metric } from "~/api/types";
import { useAnswer } from "~/api/useAnswer";
import { Chart } from "~/charts/Chart";
import { colours } from "~/charts/colours";
import { escaped, tooltip } from "~/charts/options";
import { PROJECTION } from "~/charts/projection";
import { rowCondition } from "~/filters/conditions";
import { countryName } from "~/formats/names";
import { number } from "~/formats/numbers";
import { Panel } from "~/frame/Panel";
import { usePage } from "~/page/page";
import { t } from "~/texts";

const LIMIT = 300;

export function WorldPanel() {
  const { ask } = usePage();
  const question = ask("metrics", { type: "country", limit: LIMIT });
  const answer = useAnswer(question);
  return (
    <Panel
      name="world"
      title={t.overview.map}
      how={t.overview.mapHow}
      answer={answer}
      ask={question}
      height={420}
      table={(rows) => ({
        columns: [
          {
            label: t.fields.country,
            read: (cell) => countryName(String(cell ?? "")),
            filter: (cell) => rowCondition("country", String(cell ?? "")),
          },
          { label: t.figures.visitors, isNumber: true, read: (cell) => number(Number(cell)) },
        ],
        rows: rows.map(({ x, y }) => [x, y]),
      })}
    >
      {(rows) => <World rows={rows} />}
    </Panel>
  );
}

function World({ rows }: { rows: Metric[] }) {
  const scheme = useComputedColorScheme("light");
  const { toggle } = usePage();
  const option = useMemo<EChartsOption>(() => {
    const palette = colours(scheme);
    const counts = new Map(rows.map(({ x, y }) => [x, y]));
    const most = Math.max(1, ...counts.values());
    return {
      tooltip: {
        ...tooltip(palette),
        formatter: (given: unknown) => {
          const { name } = given as { name: string };
          return `${escaped(countryName(name))}<br><b>${number(counts.get(name) ?? 0)}</b>`;
        },
      },
      visualMap: {
        show: false,
        // A few countries have most visitors: on a linear scale the others would look empty.
        min: 0,
        max: Math.log1p(most),
        inRange: { color: palette.ramp },
      },
      series: [
        {
          type: "map",
          map: "world",
          projection: PROJECTION,
          top: 4,
          bottom: 4,
          roam: false,
          selectedMode: false,
          itemStyle: { areaColor: palette.land, borderColor: palette.background, borderWidth: 0.6 },
          // eslint-disable-next-line @typescript-eslint/no-deprecated -- deprecated for lists of options only
          emphasis: { label: { show: false }, itemStyle: { areaColor: palette.series[1] ?? palette.text } },
          data: rows.map(({ x, y }) => ({ name: x, value: Math.log1p(y) })),
        },
      ],
    };
  }, [scheme, rows]);
  const label = rows
    .slice(0, 10)
    .map(({ x, y }) => `${countryName(x)}: ${number(y)}`)
    .join(", ");
  return (
    <Chart
      option={option}
      label={`${t.overview.map}. ${label}`}
      height={420}
      withWorld
      onPick={({ name }) => {
        if (name.length === 2) toggle(rowCondition("country", name));
      }}
    />
  );
}
