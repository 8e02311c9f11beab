import { type MantineColorsTuple, Skeleton, createTheme } from "@mantine/core";

const kokumi: MantineColorsTuple = [
  "#effcf9",
  "#d8f5ee",
  "#aeeadc",
  "#7fdec8",
  "#58cfb4",
  "#35b89b",
  "#1d9a82",
  "#0f766e",
  "#0d645d",
  "#0a4f4a",
];

/** Mantine's red, darker where text in it has to be read on white. */
const red: MantineColorsTuple = [
  "#fff5f5",
  "#ffe3e3",
  "#ffc9c9",
  "#ffa8a8",
  "#ff8787",
  "#fa5252",
  "#d92d20",
  "#b42318",
  "#a01f15",
  "#871a11",
];

export const theme = createTheme({
  colors: { kokumi, red },
  primaryColor: "kokumi",
  primaryShade: { light: 7, dark: 7 },
  defaultRadius: "md",
  fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', sans-serif",
  fontFamilyMonospace: "ui-monospace, SFMono-Regular, Menlo, Consolas, monospace",
  headings: { fontWeight: "650", sizes: { h1: { fontSize: "1.5rem" }, h2: { fontSize: "1.2rem" } } },
  cursorType: "pointer",
  components: { Skeleton: Skeleton.extend({ defaultProps: { "aria-busy": true } }) },
});
