/** The world's countries as shapes, named by the two letters that events carry. */

import { registerMap } from "echarts/core";
import codes from "i18n-iso-countries/codes.json";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import topology from "world-atlas/countries-110m.json";

const ALPHA2 = new Map(codes.map(([alpha2, , numeric]) => [numeric, alpha2]));
let isReady = false;

/** Make the map `world` known to the charts. */
export function prepareWorld(): void {
  if (isReady) return;
  const atlas = topology as unknown as Topology<{ countries: GeometryCollection<{ name: string }> }>;
  const world = feature(atlas, atlas.objects.countries);
  const features = world.features
    .filter(({ id }) => id !== "010") // Antarctica takes a fifth of the map and sends nobody
    .map((each) => ({
      ...each,
      properties: { name: ALPHA2.get(String(each.id)) ?? each.properties.name },
    }));
  registerMap("world", {
    geoJSON: { type: "FeatureCollection", features } as never,
    specialAreas: {},
  });
  isReady = true;
}
