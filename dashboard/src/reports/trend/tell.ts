/** What the numbers of a trend count. */

import type { Parameters } from "~/api/types";
import { moment } from "~/formats/dates";
import { t } from "~/texts";

import { numberOf, textOf } from "../definition";
import { groupOf } from "../parts/split";
import type { Told } from "../told";
import { seriesName } from "./lines";
import type { TrendAsked } from "./parameters";

/** Return what a cell counts: a line as a whole, in a bucket, in a group. */
export function tellTrend(cell: Parameters, asked: TrendAsked, zone: string): Told | undefined {
  const series = asked.series[numberOf(cell, "series", -1, -1, asked.series.length)];
  if (series === undefined) return undefined;
  const group = groupOf(cell, asked.split);
  const name = group === undefined ? seriesName(series) : t.trend.name(seriesName(series), group);
  const when = moment(textOf(cell, "t", ""), "full", zone);
  return {
    title: t.trend.behind(when === "" ? name : t.behind.within(name, when)),
    ...(series.measure === "visitors" ? {} : { note: t.trend.behindNote }),
  };
}
