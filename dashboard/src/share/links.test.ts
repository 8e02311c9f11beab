import { expect, test } from "vitest";

import { dayOf, endOfDay, frameCode, keptParameters, originsIn } from "./links";

test("a day ends with its last millisecond, and comes back as the same day", () => {
  const end = endOfDay("2027-01-31");
  expect(new Date(end).getMilliseconds()).toBe(999);
  expect(dayOf(end)).toBe("2027-01-31");
  expect(dayOf(new Date(Date.parse(end) + 1).toISOString())).toBe("2027-02-01");
});

test.each([
  ["all", { sessions: false, theme: "dark" }, { theme: "dark" }],
  ["all", { sessions: true, events: false }, { sessions: true, events: false }],
  ["statistics", { sessions: false }, { sessions: false }],
  ["report", {}, {}],
] as const)("parameters of a link that opens %s", (opens, parameters, kept) => {
  expect(keptParameters(parameters, opens)).toEqual(kept);
});

test.each([
  [["https://example.com/blog?x=1"], ["https://example.com"]],
  [["example.com, http://localhost:3000 "], ["https://example.com", "http://localhost:3000"]],
  [
    ["bücher.example", "example.com,", "https://example.com"],
    ["https://xn--bcher-kva.example", "https://example.com"],
  ],
  [["http://"], ["http://"]],
])("the origins in %j", (typed, origins) => {
  expect(originsIn(typed)).toEqual(origins);
});

test("a frame's title cannot leave its attribute", () => {
  expect(frameCode("https://k.example/share/s", `A "b" <c> & d`)).toBe(
    `<iframe src="https://k.example/share/s" title="A &quot;b&quot; &lt;c> &amp; d" width="100%" height="900" style="border: 0" loading="lazy"></iframe>`,
  );
});
