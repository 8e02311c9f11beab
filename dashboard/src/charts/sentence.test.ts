import { expect, it } from "vitest";

import { sentence } from "./sentence";

const words = {
  format: String,
  when: (at: number) => `day ${at}`,
  none: (name: string) => `${name}: none.`,
  told: (found: Record<"name" | "least" | "leastAt" | "most" | "mostAt", string>) =>
    `${found.name}: ${found.least} (${found.leastAt}) to ${found.most} (${found.mostAt}).`,
  soFar: (name: string, value: string, when: string) => `${name}, ${when}: ${value} so far.`,
};

it.each([
  [[5, 9, 7], undefined, "A: 5 (day 0) to 9 (day 1)."],
  [[5, 9, 1, null], 2, "A: 5 (day 0) to 9 (day 1). A, day 2: 1 so far."],
  [[0, 0], undefined, "A: none."],
  [[null, null], undefined, ""],
  [[3], 0, "A, day 0: 3 so far."],
  [[-2, -9], undefined, "A: -2 (day 0) to -9 (day 1)."],
])("tells of %j", (values, running, expected) => {
  expect(sentence([{ name: "A", values }], running, words)).toBe(expected);
});
