/** Our own schematic map: coast, hills, streets, communities and names, in the colours of the brand. No tile server. */

import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from "maplibre-gl";
import type { FeatureCollection } from "geojson";

const FONT = ["Commissioner Variable"];
const INK = "#1d2433";
const MUTED = "#55607a";
const HALO = "#ffffff";

export function schematicStyle(base: FeatureCollection, language: "el" | "en"): StyleSpecification {
  return {
    version: 8,
    sources: { base: { type: "geojson", data: base }, names: { type: "geojson", data: labels(base) } },
    layers: [...grounds(), ...names(language)],
  };
}

/** Communities and hills are named at one point, not along their borders. */
export function labels(base: FeatureCollection): FeatureCollection {
  return {
    type: "FeatureCollection",
    features: base.features.flatMap((feature) => {
      const at = feature.properties?.["label"] ?? middle(feature);
      return at === undefined ? [] : [{ ...feature, geometry: { type: "Point" as const, coordinates: at } }];
    }),
  };
}

function middle(feature: FeatureCollection["features"][number]): number[] | undefined {
  const { geometry } = feature;
  if (geometry.type === "Point") {
    return geometry.coordinates;
  }
  if (geometry.type !== "Polygon" || feature.properties?.["kind"] === "sea") {
    return undefined;
  }
  const corners = geometry.coordinates[0]!.slice(1);
  const sum = corners.reduce((total, corner) => [total[0]! + corner[0]!, total[1]! + corner[1]!], [0, 0]);
  return [sum[0]! / corners.length, sum[1]! / corners.length];
}

function kind(...kinds: string[]): ExpressionSpecification {
  return ["in", ["get", "kind"], ["literal", kinds]];
}

function grounds(): LayerSpecification[] {
  return [
    { id: "land", type: "background", paint: { "background-color": "#eceff1" } },
    { id: "sea", type: "fill", source: "base", filter: kind("sea"), paint: { "fill-color": "#cfe1ea" } },
    { id: "mountains", type: "fill", source: "base", filter: kind("mountain"), paint: { "fill-color": "#e1e8dc" } },
    { id: "communities", type: "fill", source: "base", filter: kind("community"), paint: { "fill-color": "#fbfbf9" } },
    { id: "green", type: "fill", source: "base", filter: kind("hill", "park"), paint: { "fill-color": "#d5e4cc" } },
    {
      id: "streets",
      type: "line",
      source: "base",
      filter: kind("street"),
      layout: { "line-cap": "round", "line-join": "round" },
      paint: { "line-color": "#dfe3e8", "line-width": ["interpolate", ["linear"], ["zoom"], 11, 1.5, 15, 7] },
    },
    {
      id: "borders",
      type: "line",
      source: "base",
      filter: kind("community"),
      layout: { "line-join": "round" },
      paint: { "line-color": "#a9b8c1", "line-width": ["interpolate", ["linear"], ["zoom"], 11, 1.2, 15, 2.4] },
    },
  ];
}

function names(language: "el" | "en"): LayerSpecification[] {
  const written = ["get", language];
  const text = (id: string, filter: ExpressionSpecification, size: number, color: string, from: number): LayerSpecification => ({
    id,
    type: "symbol",
    source: "names",
    minzoom: from,
    filter,
    layout: {
      "text-field": written as unknown as string,
      "text-font": FONT,
      "text-size": size,
      "text-max-width": 8,
      "text-padding": 6,
    },
    paint: { "text-color": color, "text-halo-color": HALO, "text-halo-width": 1.6 },
  });
  const ranked = (kinds: string[], rank: number): ExpressionSpecification => [
    "all",
    kind(...kinds),
    ["==", ["get", "rank"], rank],
  ];
  const layers: LayerSpecification[] = [
    {
      id: "stops",
      type: "circle",
      source: "names",
      minzoom: 13,
      filter: kind("station", "square"),
      paint: {
        "circle-radius": 3.5,
        "circle-color": ["match", ["get", "kind"], "station", HALO, "#8593a3"],
        "circle-stroke-color": "#8593a3",
        "circle-stroke-width": 1.5,
      },
    },
    text("names-far", kind("town", "mountain"), 12, MUTED, 9),
    text("names-small", ranked(["square", "station", "neighbourhood"], 3), 12, MUTED, 14.2),
    text("names-hills", kind("hill", "park"), 11.5, "#4b6b3c", 13.4),
    text("names-middle", ranked(["square", "station", "neighbourhood"], 2), 12.5, MUTED, 12.6),
    text("names-great", ranked(["square", "neighbourhood"], 1), 13, INK, 11.4),
    text("names-communities", kind("community"), 13.5, "#3e5568", 10.8),
  ];
  return layers.map(nudged);
}

/** The name of a dot stands below it, that of an area in its middle. */
function nudged(layer: LayerSpecification): LayerSpecification {
  if (layer.type === "symbol" && ["names-small", "names-middle", "names-great"].includes(layer.id)) {
    return { ...layer, layout: { ...layer.layout, "text-variable-anchor": ["top", "bottom", "left", "right"], "text-radial-offset": 0.5 } };
  }
  return layer;
}
