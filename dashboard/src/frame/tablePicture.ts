/** A table as a picture, for panels that show one. */

import { pageColours } from "~/charts/colours";
import { FONT, blank } from "~/charts/picture";

import { type Table, readCell } from "./table";

const ROW = 28;
const GAP = 24;
const WIDEST = 320;
/** More rows make a picture that nobody reads. */
const MOST = 50;

/** Return the table's first rows as a picture. */
export function tablePicture({ columns, rows }: Table): HTMLCanvasElement {
  const shown = rows.slice(0, MOST).map((row) => columns.map((each, at) => readCell(each, row[at] ?? null)));
  const heads = columns.map(({ label }) => label);
  const [, ruler] = blank(1, 1);
  ruler.font = `600 14px ${FONT}`;
  const widths = columns.map((_, at) =>
    Math.min(WIDEST, Math.max(...[heads, ...shown].map((row) => ruler.measureText(row[at] ?? "").width))),
  );
  const width = widths.reduce((sum, each) => sum + each + GAP, 0);
  const [canvas, context] = blank(width, (shown.length + 1) * ROW);
  const palette = pageColours();

  const line = (row: string[], at: number) => {
    let left = 0;
    row.forEach((text, index) => {
      const room = widths[index] ?? 0;
      const isNumber = columns[index]?.isNumber === true;
      context.textAlign = isNumber ? "right" : "left";
      context.fillText(text, isNumber ? left + room : left, at * ROW + ROW / 2, room);
      left += room + GAP;
    });
    context.fillRect(0, (at + 1) * ROW - 1, width, 0.5);
  };
  context.font = `600 14px ${FONT}`;
  context.fillStyle = palette.dimmed;
  line(heads, 0);
  context.font = `14px ${FONT}`;
  context.fillStyle = palette.text;
  shown.forEach((row, at) => line(row, at + 1));
  return canvas;
}
