/** Names for the codes that events carry, in the browser's language. */

import type { MetricType } from "~/api/types";
import { t } from "~/texts";

import { regionNames } from "./regions";

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
  region: (value) => regionNames().get(value),
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

const LETTERS = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at));
const PAIRS = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));

/** Whether a code is in use: others, such as that of East Germany, read like those that replaced them. */
function isCurrent(code: string, prefix = ""): boolean {
  return Intl.getCanonicalLocales(prefix + code)[0] === prefix + code;
}

function known(names: Intl.DisplayNames, codes: readonly string[]): [string, string][] {
  return codes
    .map((code): [string, string] => [code, attempt(names, code)])
    .filter(([code, name]) => code !== name);
}

/** Fields whose values are codes, with the names of all codes that there are. */
const NAMED: Partial<Record<MetricType, () => Iterable<[string, string]>>> = {
  country: () =>
    known(
      regions,
      PAIRS.filter((code) => isCurrent(code, "und-")),
    ),
  region: () => regionNames(),
  language: () =>
    known(
      tongues,
      PAIRS.map((code) => code.toLowerCase()).filter((code) => isCurrent(code)),
    ),
  browser: () => Object.entries(BROWSERS),
  device: () => Object.entries(DEVICES),
};

/** Whether the values of a field are codes that read differently. */
export function hasNames(type: MetricType): boolean {
  return type in NAMED;
}

/** Return the codes of a field that read exactly like a text, whatever its case. */
export function codesCalled(type: MetricType, text: string): string[] | undefined {
  const wanted = text.toLocaleLowerCase();
  const codes = codesNamed(type, text).filter((code) => valueName(type, code).toLocaleLowerCase() === wanted);
  return codes.length === 0 ? undefined : codes;
}

/** Return the codes of a field whose names contain a text, whatever its case; of languages, those without a region. */
export function codesNamed(type: MetricType, text: string): string[] {
  const wanted = text.trim().toLocaleLowerCase();
  if (wanted === "") return [];
  const all = [...(NAMED[type]?.() ?? [])];
  return all.filter(([, name]) => name.toLocaleLowerCase().includes(wanted)).map(([code]) => code);
}
