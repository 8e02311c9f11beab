/** Colours of charts in both themes; all tell apart by people who see few colours. */

export interface Colours {
  series: string[];
  text: string;
  dimmed: string;
  line: string;
  background: string;
  empty: string;
  land: string;
  /** From little to much. */
  ramp: string[];
}

const LIGHT: Colours = {
  series: ["#0f766e", "#d97706", "#4f6bd8", "#c2417c", "#6d8f1f", "#7c5cc4", "#0e86b8", "#a15c2f"],
  text: "#343a40",
  dimmed: "#5c636a",
  line: "#e3e6ea",
  background: "#ffffff",
  empty: "#eef1f4",
  land: "#e9edf1",
  ramp: ["#e3f4f0", "#a5ddd0", "#5dbdaa", "#249683", "#0b5a54"],
};

const DARK: Colours = {
  series: ["#3dc5ab", "#f0a63c", "#8a9ff0", "#ec7fb0", "#a9c75a", "#b298ee", "#55b9e2", "#d69163"],
  text: "#d5d8dc",
  dimmed: "#a0a6ad",
  line: "#3b4046",
  background: "#1f2225",
  empty: "#2b2f33",
  land: "#33383d",
  ramp: ["#1d3b38", "#1f5a53", "#25816f", "#35a88f", "#6fe0c5"],
};

export function colours(scheme: "light" | "dark"): Colours {
  return scheme === "dark" ? DARK : LIGHT;
}

/** Return the colours of the theme that the page is in. */
export function pageColours(): Colours {
  return colours(document.documentElement.dataset["mantineColorScheme"] === "dark" ? "dark" : "light");
}
