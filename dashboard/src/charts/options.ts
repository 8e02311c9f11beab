/** What the options of charts have in common. */

import { compact } from "~/formats/numbers";

import type { Colours } from "./colours";

/** Return text that is safe in a tooltip, which charts take for HTML. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (each) => `&#${each.charCodeAt(0)};`);
}

/** Return the look of tooltips. */
export function tooltip(palette: Colours) {
  return {
    confine: true,
    backgroundColor: palette.background,
    borderColor: palette.line,
    textStyle: { color: palette.text, fontSize: 13 },
    extraCssText: "box-shadow: 0 4px 16px rgb(0 0 0 / 12%); border-radius: 8px;",
  } as const;
}

/** Return an axis of names or moments. */
export function categories(palette: Colours, data: string[]) {
  return {
    type: "category",
    data,
    axisLine: { lineStyle: { color: palette.line } },
    axisTick: { show: false },
    axisLabel: { color: palette.dimmed, hideOverlap: true, fontSize: 12 },
  } as const;
}

/** Return an axis of figures, from nothing upwards. */
export function figures(palette: Colours, format: (value: number) => string = compact) {
  return {
    type: "value",
    minInterval: 1,
    splitNumber: 4,
    axisLabel: { color: palette.dimmed, fontSize: 12, formatter: format },
    splitLine: { lineStyle: { color: palette.line } },
  } as const;
}

export const GRID = { left: 8, right: 12, top: 16, bottom: 8, containLabel: true };

/** One line of a tooltip: a coloured dot, a name, a figure. */
export function tooltipLine(marker: string, name: string, value: string): string {
  return `<div style="display:flex;gap:12px;justify-content:space-between"><span>${marker}${escaped(name)}</span><b>${escaped(value)}</b></div>`;
}
