import { describe, expect, it } from "vitest";

import { colours } from "./colours";
import { contrast, inkOn, onRamp, shareColour } from "./heat";

const SHARES = Array.from({ length: 1001 }, (_, at) => at / 1000);

it.each([
  ["#000000", "#ffffff", 21],
  ["#777777", "#ffffff", 4.48],
  ["#0f766e", "#0f766e", 1],
])("measures the contrast of %s and %s", (one, other, expected) => {
  expect(contrast(one, other)).toBeCloseTo(expected, 2);
});

it("mixes the colours of a ramp", () => {
  expect([0, 0.25, 1, 7].map((place) => onRamp(["#000000", "#ff0000", "#ffffff"], place))).toEqual([
    "#000000",
    "#800000",
    "#ffffff",
    "#ffffff",
  ]);
});

describe.each(["light", "dark"] as const)("in the %s theme", (scheme) => {
  const palette = colours(scheme);

  it("writing on each share's colour can be read", () => {
    const contrasts = SHARES.map((share) => {
      const colour = shareColour(share, palette);
      return contrast(inkOn(colour, palette), colour);
    });
    expect(Math.min(...contrasts)).toBeGreaterThanOrEqual(4.5);
  });

  it("shares that differ look different", () => {
    const steps = [0.01, 0.05, 0.2, 0.5, 1].map((share) => shareColour(share, palette));
    const apart = steps.slice(1).map((colour, at) => contrast(colour, steps[at] ?? colour));
    expect(Math.min(...apart)).toBeGreaterThan(1.15);
  });

  it.each(["text", "dimmed"] as const)("the %s of charts can be read on the page", (ink) => {
    expect(contrast(palette[ink], palette.background)).toBeGreaterThanOrEqual(4.5);
  });
});
