/** What the numbers of revenue count. */

import type { Parameters } from "~/api/types";
import { moment } from "~/formats/dates";
import { valueName } from "~/formats/names";
import { t } from "~/texts";

import { textOf } from "../definition";
import type { Told } from "../told";

/** Return what a cell counts: all buyers, or those of a bucket, an event, a row of a list, or a kind of customers. */
export function tellRevenue(cell: Parameters, zone: string): Told {
  return { title: titleOf(cell, zone), note: t.behind.notes.money };
}

function titleOf(cell: Parameters, zone: string): string {
  const { list, customers, ltv, x } = cell;
  if (typeof list === "string") {
    const name = textOf(cell, "name", "");
    return t.behind.revenue.from(isNamed(list) ? valueName(list, name) : name === "" ? t.notSet : name);
  }
  if (customers === "new" || customers === "returning") return t.behind.revenue.customers[customers];
  if (typeof ltv === "string") return t.behind.revenue.ltv(moment(ltv, "date", zone));
  const title = typeof x === "string" ? t.behind.revenue.event(x) : t.behind.revenue.all;
  const when = moment(textOf(cell, "t", ""), "full", zone);
  return when === "" ? title : t.behind.within(title, when);
}

const NAMED = ["country", "region", "referrer", "channel"] as const;

function isNamed(list: string): list is (typeof NAMED)[number] {
  return NAMED.some((each) => each === list);
}
