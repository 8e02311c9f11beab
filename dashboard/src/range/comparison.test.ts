import { describe, expect, it } from "vitest";

import { type ComparedTo, comparedWith, counterparts } from "./comparison";
import { spanOf } from "./range";
import { buckets } from "./zones";

const all = { startAt: Date.parse("2026-01-05T10:00:00Z"), endAt: Date.parse("2026-11-20T10:00:00Z") };
const NOW = "2026-11-24T18:30:00Z";

function compared(date: string, to: ComparedTo, zone: string, now: string) {
  const at = Date.parse(now);
  const { whole, soFar } = comparedWith(date, spanOf(date, zone, at, all), to, zone, at);
  return [whole.startAt, whole.endAt + 1, soFar.endAt].map((each) =>
    new Date(each).toISOString().slice(0, 16),
  );
}

describe("comparedWith", () => {
  it.each([
    ["today", "prev", "UTC", NOW, "2026-11-23T00:00", "2026-11-24T00:00", "2026-11-23T18:30"],
    ["today", "yoy", "UTC", NOW, "2025-11-24T00:00", "2025-11-25T00:00", "2025-11-24T18:30"],
    ["24h", "prev", "UTC", NOW, "2026-11-22T19:00", "2026-11-23T19:00", "2026-11-23T18:30"],
    ["7d", "prev", "UTC", NOW, "2026-11-11T00:00", "2026-11-18T00:00", "2026-11-17T18:30"],
    ["this-month", "prev", "UTC", NOW, "2026-10-01T00:00", "2026-11-01T00:00", "2026-10-24T18:30"],
    ["this-year", "prev", "UTC", NOW, "2025-01-01T00:00", "2026-01-01T00:00", "2025-11-24T18:30"],
    ["12m", "prev", "UTC", NOW, "2024-12-01T00:00", "2025-12-01T00:00", "2025-11-24T18:30"],
    ["last-month", "prev", "UTC", NOW, "2026-09-01T00:00", "2026-10-01T00:00", "2026-09-30T23:59"],
    ["yesterday", "prev", "UTC", NOW, "2026-11-22T00:00", "2026-11-23T00:00", "2026-11-22T23:59"],
    // The month before was over for days.
    [
      "this-month",
      "prev",
      "UTC",
      "2026-03-31T10:00:00Z",
      "2026-02-01T00:00",
      "2026-03-01T00:00",
      "2026-02-28T23:59",
    ],
    // The range has not begun.
    [
      "2026-12-01..2026-12-02",
      "prev",
      "UTC",
      NOW,
      "2026-11-29T00:00",
      "2026-12-01T00:00",
      "2026-11-29T00:00",
    ],
    // Half past six on the clock of the day before, which was an hour longer.
    [
      "today",
      "prev",
      "Europe/Berlin",
      "2026-10-26T17:30:00Z",
      "2026-10-24T22:00",
      "2026-10-25T23:00",
      "2026-10-25T17:30",
    ],
    [
      "today",
      "prev",
      "Europe/Berlin",
      "2026-10-25T17:30:00Z",
      "2026-10-23T22:00",
      "2026-10-24T22:00",
      "2026-10-24T16:30",
    ],
    [
      "2026-10-22..2026-10-28",
      "prev",
      "Europe/Berlin",
      NOW,
      "2026-10-14T22:00",
      "2026-10-21T22:00",
      "2026-10-21T21:59",
    ],
    [
      "2026-10-29..2026-11-04",
      "prev",
      "America/St_Johns",
      NOW,
      "2026-10-22T02:30",
      "2026-10-29T02:30",
      "2026-10-29T02:29",
    ],
  ] as const)("%s, %s, in %s at %s", (date, to, zone, now, ...expected) => {
    expect(compared(date, to, zone, now)).toEqual(expected);
  });
});

describe("counterparts", () => {
  const pairs = (date: string, unit: "hour" | "day" | "month", zone: string) => {
    const span = spanOf(date, zone, Date.parse(NOW), all);
    const { whole } = comparedWith(date, span, "prev", zone, Date.parse(NOW));
    const starts = buckets(span.startAt, span.endAt, unit, zone);
    const others = counterparts(starts, buckets(whole.startAt, whole.endAt, unit, zone), unit, zone);
    return starts.map((start, at) => [start, others[at]] as const);
  };
  const hoursApart = (date: string, unit: "hour" | "day", zone: string) =>
    pairs(date, unit, zone).map(([start, other]) =>
      other === undefined ? null : (start - other) / 3_600_000,
    );

  it.each([
    ["2026-10-29..2026-11-04", "America/St_Johns", [168, 168, 168, 168, 169, 169, 169]],
    ["2026-10-22..2026-10-28", "Europe/Berlin", [168, 168, 168, 168, 169, 169, 169]],
    ["2026-03-27..2026-03-30", "Europe/Berlin", [96, 96, 96, 95]],
  ])("pairs the days of %s in %s", (date, zone, expected) => {
    expect(hoursApart(date, "day", zone)).toEqual(expected);
  });

  it("leaves alone what one of the ranges does not have", () => {
    expect(hoursApart("2026-10-25..2026-10-25", "hour", "Europe/Berlin").slice(0, 5)).toEqual([
      24,
      24,
      24,
      null,
      25,
    ]);
    expect(hoursApart("2026-10-26..2026-10-26", "hour", "Europe/Berlin").slice(0, 5)).toEqual([
      25, 25, 25, 24, 24,
    ]);
    expect(hoursApart("2026-03-30..2026-03-30", "hour", "Europe/Berlin").slice(0, 4)).toEqual([
      23,
      23,
      null,
      24,
    ]);
    expect(pairs("last-month", "day", "UTC").at(-1)?.[1]).toBeUndefined();
  });

  it("pairs months by their order", () => {
    expect(pairs("12m", "month", "UTC").map(([, other]) => other !== undefined)).toEqual(
      Array(12).fill(true),
    );
  });
});
