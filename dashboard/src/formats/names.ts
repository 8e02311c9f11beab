/** Names for the codes that events carry, in the browser's language. */

import type { MetricType } from "~/api/types";
import { t } from "~/texts";

const languages = typeof navigator === "undefined" ? ["en"] : [...navigator.languages];
const regions = new Intl.DisplayNames(languages, { type: "region", fallback: "code" });
const tongues = new Intl.DisplayNames(languages, { type: "language", fallback: "code" });

function attempt(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}

export function countryName(code: string): string {
  return code === "" ? t.unknown : attempt(regions, code);
}

const BROWSERS: Record<string, string> = {
  chrome: "Chrome",
  firefox: "Firefox",
  safari: "Safari",
  ios: "Safari (iOS)",
  edge: "Edge",
  "edge-chromium": "Edge",
  "edge-ios": "Edge (iOS)",
  opera: "Opera",
  samsung: "Samsung Internet",
  crios: "Chrome (iOS)",
  fxios: "Firefox (iOS)",
  "chromium-webview": "Android web view",
  "ios-webview": "iOS web view",
  facebook: "Facebook",
  instagram: "Instagram",
};

const CHANNELS: Record<string, string> = t.channels;
const DEVICES: Record<string, string> = t.devices;

const NAMERS: Partial<Record<MetricType, (value: string) => string | undefined>> = {
  country: countryName,
  language: (value) => attempt(tongues, value),
  browser: (value) => BROWSERS[value],
  device: (value) => DEVICES[value],
  channel: (value) => CHANNELS[value],
};

/** Return the label of a list of values. */
export function metricName(type: MetricType): string {
  return { ...t.fields, ...t.metrics }[type];
}

/** Return how a value of a field reads; the value itself where there is nothing better. */
export function valueName(type: MetricType, value: string): string {
  if (value === "") return type === "referrer" ? t.direct : t.notSet;
  return NAMERS[type]?.(value) ?? value;
}
