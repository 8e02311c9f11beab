/** Retention as a grid of cells, coloured by the share that came again; cells that are not over are left open. */

import { Text, useComputedColorScheme } from "@mantine/core";
import type { EChartsOption } from "echarts";
import { useMemo } from "react";

import { Chart } from "~/charts/Chart";
import type { ChartPick } from "~/charts/EChart";
import { type Colours, colours } from "~/charts/colours";
import { inkOn, shareColour } from "~/charts/heat";
import { categories, escaped, tooltip } from "~/charts/options";
import { Scale } from "~/charts/Scale";
import { moment } from "~/formats/dates";
import { number, percent, sharpPercent } from "~/formats/numbers";
import { useOpen } from "~/frame/opening";
import { t } from "~/texts";

import { type Cohort, type CohortUnit, average } from "./grid";

const ROW = 26;
const SAMPLES = [0, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1];

/** Return the grid in a sentence, with the figures that matter. */
function sentence(all: Cohort[], unit: CohortUnit): string {
  const visitors = all.reduce((sum, cohort) => sum + cohort.visitors, 0);
  const parts = [1, 2, 3, 7, 14, 30].flatMap((distance) => {
    const share = average(all, distance);
    return share === null ? [] : [`${t.retention.distance(unit, distance)} ${percent(share)}`];
  });
  return t.retention.sentence(number(visitors), parts.join(", "));
}

interface Props {
  cohorts: Cohort[];
  unit: CohortUnit;
  zone: string;
}

export function RetentionGrid({ cohorts: all, unit, zone }: Props) {
  const scheme = useComputedColorScheme("light");
  const open = useOpen();
  const palette = colours(scheme);
  const option = useMemo(() => optionOf(all, unit, zone, palette), [all, unit, zone, palette]);
  const hasOpen = all.some(({ cells }) => cells.some(({ isOpen }) => isOpen));
  const pick = ({ data }: ChartPick) => {
    const [day, row] = (data as { value: Place }).value;
    const date = all[row - 1]?.date;
    if (date !== undefined) open?.({ date, day });
  };
  return (
    <>
      <div className="wide-chart" role="group" tabIndex={0} aria-label={t.reports.names.retention}>
        <Chart
          option={option}
          label={sentence(all, unit)}
          height={(all.length + 1) * ROW + 40}
          onPick={pick}
        />
      </div>
      <Scale
        label={t.retention.scale}
        samples={SAMPLES.map((share) => {
          const colour = shareColour(share, palette);
          return { colour, ink: inkOn(colour, palette), text: `${100 * share}%` };
        })}
      />
      {hasOpen && (
        <Text size="xs" c="dimmed" ta="right" mt={4}>
          {t.retention.open}
        </Text>
      )}
    </>
  );
}

/** Where a cell is, its share, and how many came again; the row of averages has no such number. */
type Place = [column: number, row: number, share: number, returned: number | null];

function optionOf(all: Cohort[], unit: CohortUnit, zone: string, palette: Colours): EChartsOption {
  const length = Math.max(1, ...all.map(({ cells }) => cells.length));
  const distances = Array.from({ length }, (_, distance) => distance);
  const shape = unit === "month" ? "month" : "day";
  const names = all.map(({ date, visitors }) => `${moment(date, shape, zone)}  ·  ${number(visitors)}`);
  const means = distances.flatMap((distance) => {
    const share = average(all, distance);
    return share === null ? [] : [drawn([distance, 0, share, null], false, palette)];
  });
  const cells = all.flatMap((cohort, at) =>
    cohort.cells.map(({ distance, share, returned, isOpen }) =>
      drawn([distance, at + 1, share, returned], isOpen, palette),
    ),
  );
  return {
    grid: { left: 4, right: 4, top: 28, bottom: 4, containLabel: true },
    tooltip: {
      ...tooltip(palette),
      formatter: (given: unknown) => {
        const [distance, row, share, returned] = (given as { value: Place }).value;
        const when = t.retention.distance(unit, distance);
        const cohort = all[row - 1];
        if (cohort === undefined || returned === null) return `${escaped(when)}: <b>${percent(share)}</b>`;
        const said = t.retention.tooltip(
          moment(cohort.date, "date", zone),
          when,
          number(returned),
          percent(share),
        );
        return escaped(cohort.cells[distance]?.isOpen === true ? t.charts.soFar(said) : said);
      },
    },
    xAxis: {
      ...categories(
        palette,
        distances.map((distance) => t.retention.distance(unit, distance)),
      ),
      position: "top",
    },
    yAxis: { ...categories(palette, [t.retention.average, ...names]), inverse: true },
    series: [
      {
        type: "heatmap",
        data: [...means, ...cells],
        label: {
          show: true,
          fontSize: 10,
          formatter: (given) => sharpPercent((given.value as Place)[2]).replace("%", ""),
        },
        // eslint-disable-next-line @typescript-eslint/no-deprecated -- deprecated for lists of options only
        emphasis: { itemStyle: { borderColor: palette.text } },
      },
    ],
    // The chart wants one where cells are; each cell says its own colour.
    visualMap: { show: false, min: 0, max: 1, seriesIndex: [] },
  };
}

function drawn(value: Place, isOpen: boolean, palette: Colours) {
  const colour = isOpen ? palette.background : shareColour(value[2], palette);
  return {
    value,
    label: { color: isOpen ? palette.dimmed : inkOn(colour, palette) },
    itemStyle: {
      color: colour,
      borderColor: isOpen ? palette.dimmed : palette.background,
      borderWidth: isOpen ? 1 : 2,
      borderType: isOpen ? ("dashed" as const) : ("solid" as const),
      borderRadius: 4,
    },
  };
}
