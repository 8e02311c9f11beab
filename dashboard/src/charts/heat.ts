/** Colours of cells that tell little from much, and writing on them that can be read. */

import type { Colours } from "./colours";

type Rgb = [number, number, number];

/** How much room small shares get: 1 % is at 15 % of the scale, 5 % at 39 %, 10 % at 52 %. */
const STRETCH = 100;
/** The least contrast of small writing by WCAG 2.2, criterion 1.4.3. */
const READABLE = 4.5;

function rgb(colour: string): Rgb {
  const part = (at: number): number => parseInt(colour.slice(at, at + 2), 16);
  return [part(1), part(3), part(5)];
}

function hex(parts: Rgb): string {
  return `#${parts.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;
}

/** Return the colour at a place of a ramp, between 0 and 1. */
export function onRamp(ramp: readonly string[], place: number): string {
  const at = Math.min(1, Math.max(0, place)) * (ramp.length - 1);
  const below = Math.min(Math.floor(at), ramp.length - 2);
  const [low, high] = [rgb(ramp[below] ?? "#000000"), rgb(ramp[below + 1] ?? "#000000")];
  const mixed = low.map((part, index) => part + ((high[index] ?? 0) - part) * (at - below));
  return hex(mixed as Rgb);
}

/** Return the colour of a share of all; a logarithmic scale tells 1 % from 5 % and 5 % from 100 %. */
export function shareColour(share: number, { empty, ramp }: Colours): string {
  return share === 0 ? empty : onRamp(ramp, Math.log1p(STRETCH * share) / Math.log1p(STRETCH));
}

/** Return the relative luminance of a colour, as WCAG defines it. */
function luminance(colour: string): number {
  const [red, green, blue] = rgb(colour).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Return the contrast of two colours, from 1 to 21, as WCAG defines it. */
export function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** Return a colour to write with on another: the theme's own if it can be read there. */
export function inkOn(colour: string, { text, background }: Colours): string {
  const inks = [text, background, "#000000", "#ffffff"];
  return inks.find((ink) => contrast(ink, colour) >= READABLE) ?? text;
}
