import { expect, it } from "vitest";

import { tellBreakdown } from "./breakdown/tell";
import { readFunnel } from "./funnel/parameters";
import { tellFunnel } from "./funnel/tell";
import { tellJourney } from "./journey/tell";
import { tellRevenue } from "./revenue/tell";
import { readTrend } from "./trend/parameters";
import { tellTrend } from "./trend/tell";

it("says who a number of a funnel counts, and filters by the first step only", () => {
  const funnel = readFunnel({
    steps: [
      { type: "path", value: "/" },
      { type: "event", value: "signup" },
    ],
  });
  expect(
    [
      { step: 1, outcome: "reached" },
      { step: 2, outcome: "reached" },
      { step: 2, outcome: "dropped" },
      { step: 3, outcome: "reached" },
    ].map((cell) => tellFunnel(cell, funnel)),
  ).toEqual([
    {
      title: "Visitors who reached step 1, /",
      filter: { conditions: [{ field: "path", operator: "eq", value: "/" }], scope: "session" },
    },
    { title: "Visitors who reached step 2, signup" },
    { title: "Visitors who left before step 2, signup" },
    undefined,
  ]);
});

it("says which way, node or link of journeys is open", () => {
  expect(
    [
      { items: ["/", "/docs", null] },
      { step: 2, item: "/docs" },
      { step: 2, item: null },
      { step: 2, item: "/docs", ends: true },
      { step: 1, from: "/", to: "/docs" },
      {},
    ].map((cell) => tellJourney(cell, "start")?.title),
  ).toEqual([
    "Visitors who went / → /docs",
    "Visitors with /docs at step 2",
    "Visitors with all others at step 2",
    "Visitors who left after /docs at step 2",
    "Visitors who went from / to /docs",
    undefined,
  ]);
});

it("names the steps of journeys that are read backwards", () => {
  const cells = [
    { step: 1, item: "signup" },
    { step: 3, item: "/", ends: true },
  ];
  expect(cells.map((cell) => tellJourney(cell, "before")?.title)).toEqual([
    "Visitors with signup at the end",
    "Visitors who began with / 2 steps before",
  ]);
});

it("says which line of a trend is open, when, and of which group", () => {
  const trend = readTrend({
    series: [{ type: "path", value: "/", measure: "events" }],
    breakdown: { field: "country" },
  });
  expect(
    [
      { series: 0, t: "2026-11-24T00:00:00Z", group: "DE" },
      { series: 0, group: null },
      { series: 1 },
      {},
    ].map((cell) => tellTrend(cell, trend, "UTC")?.title),
  ).toEqual([
    "Behind / · Times it happened · Germany, Nov 24, 2026, 12:00 AM",
    "Behind / · Times it happened · Other",
    undefined,
    undefined,
  ]);
});

it("filters by a row of a breakdown unless two of its values must be of one event", () => {
  const filterOf = (values: object) =>
    tellBreakdown({ values })?.filter?.conditions.map(({ field }) => field);
  expect([
    filterOf({ country: "DE", browser: "chrome", path: "/" }),
    filterOf({ path: "/", title: "Home" }),
    filterOf({ channel: "email" }),
    tellBreakdown({}),
  ]).toEqual([["country", "browser", "path"], undefined, undefined, undefined]);
});

it("says which buyers are behind an amount", () => {
  expect(
    [
      {},
      { list: "channel", name: "email" },
      { x: "buy", t: "2026-11-24T00:00:00Z" },
      { customers: "new" },
    ].map((cell) => tellRevenue(cell, "UTC").title),
  ).toEqual(["All buyers", "Buyers from Email", "Buyers by buy, Nov 24, 2026, 12:00 AM", "New customers"]);
});
