/** A list of bars as a picture, drawn anew: what the page shows of it is not a canvas. */

import { colours } from "./colours";

interface Bar {
  name: string;
  value: number;
  text: string;
}

const SIZE = { width: 640, row: 34, margin: 16, scale: 2 };

/** Return the bars as a PNG data address. */
export function ranksPicture(bars: Bar[]): string {
  const { width, row, margin, scale } = SIZE;
  const canvas = document.createElement("canvas");
  const height = bars.length * row + 2 * margin;
  canvas.width = width * scale;
  canvas.height = height * scale;
  const context = canvas.getContext("2d");
  if (context === null) return "";
  const palette = colours(
    document.documentElement.dataset["mantineColorScheme"] === "dark" ? "dark" : "light",
  );
  const inner = width - 2 * margin;
  const most = Math.max(...bars.map(({ value }) => value), 0);

  context.scale(scale, scale);
  context.fillStyle = palette.background;
  context.fillRect(0, 0, width, height);
  context.font = "14px system-ui, sans-serif";
  context.textBaseline = "middle";
  bars.forEach(({ name, value, text }, at) => {
    const top = margin + at * row;
    context.fillStyle = palette.ramp[1] ?? palette.line;
    context.fillRect(margin, top + 2, most === 0 ? 0 : (inner * value) / most, row - 4);
    context.fillStyle = palette.text;
    context.textAlign = "left";
    context.fillText(name, margin + 8, top + row / 2, inner - 120);
    context.textAlign = "right";
    context.fillText(text, width - margin - 8, top + row / 2);
  });
  return canvas.toDataURL("image/png");
}
