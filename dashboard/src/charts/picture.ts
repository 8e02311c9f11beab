/** Pictures of what panels show, to take away. */

import { createContext } from "react";

import { pageColours } from "./colours";

/** Draws what a panel shows. */
export type Picture = () => HTMLCanvasElement;

/** How a panel gets at the picture of the chart inside it. */
export const PictureContext = createContext<(picture: Picture | undefined) => void>(() => undefined);

export const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";
/** Pictures have this many pixels for each of the page's. */
export const SCALE = 2;
const MARGIN = 16;
const HEAD = 60;

/** Return an empty canvas, and the way to draw on it in the page's pixels. */
export function blank(width: number, height: number): [HTMLCanvasElement, CanvasRenderingContext2D] {
  const canvas = document.createElement("canvas");
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("this browser draws no pictures");
  context.scale(SCALE, SCALE);
  context.fillStyle = pageColours().background;
  context.fillRect(0, 0, width, height);
  context.textBaseline = "middle";
  return [canvas, context];
}

/** Return a picture under what it shows and of when, as a PNG data address. */
export function titled(picture: HTMLCanvasElement, title: string, about: string): string {
  const [width, height] = [picture.width / SCALE, picture.height / SCALE];
  const [canvas, context] = blank(width + 2 * MARGIN, height + HEAD + MARGIN);
  const palette = pageColours();
  context.font = `600 17px ${FONT}`;
  context.fillStyle = palette.text;
  context.fillText(title, MARGIN, 24, width);
  context.font = `13px ${FONT}`;
  context.fillStyle = palette.dimmed;
  context.fillText(about, MARGIN, 45, width);
  context.drawImage(picture, MARGIN, HEAD, width, height);
  return canvas.toDataURL("image/png");
}
