import { expect, it } from "vitest";

import { hoursOf, perDay } from "./weekdays";

const at = (text: string): number => Date.parse(text);

it("counts five Mondays and four Wednesdays, and of the last day the hours that have begun", () => {
  // November 2026 begins on a Sunday.
  const november = { startAt: at("2026-11-01T00:00:00Z"), endAt: at("2026-11-30T23:59:59.999Z") };
  const hours = hoursOf(november, "UTC", at("2026-11-30T18:00:00Z"));
  expect(hours.map((day) => [day[0], day[18], day[19]])).toEqual([
    [5, 5, 5],
    [5, 5, 4],
    [4, 4, 4],
    [4, 4, 4],
    [4, 4, 4],
    [4, 4, 4],
    [4, 4, 4],
  ]);
});

it("begins with the hour that the range begins with, in its zone", () => {
  const span = { startAt: at("2026-11-23T19:00:00Z"), endAt: at("2026-11-24T18:59:59.999Z") };
  const hours = hoursOf(span, "Asia/Tokyo", at("2027-01-01T00:00:00Z"));
  expect([hours[2]?.[3], hours[2]?.[4], hours[3]?.[3], hours[3]?.[4]]).toEqual([0, 1, 1, 0]);
});

it("divides by the days, where there are any", () => {
  expect(perDay([[10, 4, 0]], [[5, 4, 0]])).toEqual([[2, 1, null]]);
});
