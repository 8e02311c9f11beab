import { expect, it } from "vitest";

import type { Credits } from "~/api/types";

import { sideBySide } from "./models";

const credits = (utm_source: Credits["utm_source"]): Credits => ({
  referrer: [],
  paidAds: [],
  utm_source,
  utm_medium: [],
  utm_campaign: [],
  utm_content: [],
  utm_term: [],
  total: { pageviews: 0, visitors: 0, visits: 0 },
});

it("sets the models side by side, the most credited name first", () => {
  const answers = [
    credits([{ name: "mail", value: 3 }]),
    credits([
      { name: "search", value: 4 },
      { name: "mail", value: 0.5 },
    ]),
  ];
  expect(sideBySide(answers, "utm_source")).toEqual([
    ["search", 0, 4],
    ["mail", 3, 0.5],
  ]);
  expect(sideBySide(answers, "channel")).toEqual([]);
});
