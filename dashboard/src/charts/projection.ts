/** How the round world is laid out flat; what crosses the date line is cut there. */

import { type GeoStream, geoNaturalEarth1 } from "d3-geo";

const naturalEarth = geoNaturalEarth1();

function place(point: number[]): [number, number] {
  return [point[0] ?? 0, point[1] ?? 0];
}

export const PROJECTION = {
  project: (point: number[]) => naturalEarth(place(point)) ?? [0, 0],
  unproject: (point: number[]) => naturalEarth.invert?.(place(point)) ?? [0, 0],
  // A projection's own streams have all their methods.
  stream: (out: GeoStream) => naturalEarth.stream(out) as Required<GeoStream>,
};
