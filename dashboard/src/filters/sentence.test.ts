import { expect, test } from "vitest";

import { type Condition, type Filters, NO_FILTERS } from "./conditions";
import { filterSentence } from "./sentence";

const google: Condition = { field: "referrer", operator: "eq", value: "google.com" };
const pricing: Condition = { field: "path", operator: "neq", value: "/pricing" };
const germany: Condition = { field: "country", operator: "eq", value: "DE,FR" };
const docs: Condition = { field: "title", operator: "c", value: "Docs" };

test.each<[string, Partial<Filters>, string | undefined]>([
  ["nothing", {}, undefined],
  ["a source", { conditions: [google] }, "Showing visits with a page view from google.com."],
  [
    "a source and a page that was not seen",
    { conditions: [google, pricing] },
    "Showing visits with a page view from google.com and without a page view or event on /pricing.",
  ],
  [
    "a visitor's field only",
    { conditions: [germany], scope: "event" },
    "Showing visitors whose country is Germany or France.",
  ],
  [
    "either of two, by visitor",
    { conditions: [docs, germany], match: "any", scope: "session" },
    "Showing visitors with a page view or event whose page title contains Docs or whose country is Germany or France.",
  ],
  [
    "single events",
    { conditions: [pricing, docs], scope: "event" },
    "Showing only page views and events not on /pricing and whose page title contains Docs.",
  ],
  [
    "saved filters",
    { conditions: [google], segment: "1", cohort: "2", excludeBounce: true },
    "Showing visits with a page view from google.com, in the segment Phones, in the cohort Buyers, without bounces.",
  ],
  ["a cohort", { cohort: "2" }, "Showing visitors in the cohort Buyers."],
  ["a segment", { segment: "1" }, "Showing everything in the segment Phones."],
  ["no bounces", { excludeBounce: true }, "Showing visits without bounces."],
])("%s", (_, filters, expected) => {
  expect(filterSentence({ ...NO_FILTERS, ...filters }, { segment: "Phones", cohort: "Buyers" })).toBe(
    expected,
  );
});
