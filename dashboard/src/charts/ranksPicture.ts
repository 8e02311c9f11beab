/** A list of bars as a picture, drawn anew: what the page shows of it is not a canvas. */

import { pageColours } from "./colours";
import { FONT, blank } from "./picture";

interface Bar {
  name: string;
  value: number;
  text: string;
}

const WIDTH = 640;
const ROW = 34;

/** Return the bars as a picture. */
export function ranksPicture(bars: Bar[]): HTMLCanvasElement {
  const [canvas, context] = blank(WIDTH, Math.max(1, bars.length) * ROW);
  const palette = pageColours();
  const most = Math.max(...bars.map(({ value }) => value), 0);
  context.font = `14px ${FONT}`;
  bars.forEach(({ name, value, text }, at) => {
    const top = at * ROW;
    context.fillStyle = palette.ramp[1] ?? palette.line;
    context.fillRect(0, top + 2, most === 0 ? 0 : (WIDTH * value) / most, ROW - 4);
    context.fillStyle = palette.text;
    context.textAlign = "left";
    context.fillText(name, 8, top + ROW / 2, WIDTH - 130);
    context.textAlign = "right";
    context.fillText(text, WIDTH - 8, top + ROW / 2);
  });
  return canvas;
}
