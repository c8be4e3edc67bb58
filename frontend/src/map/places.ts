/** The results as the feed gives them, and what is computed from them without a map. */

import type { Feature, FeatureCollection, Point, Polygon } from "geojson";

export type Kind = "service" | "structure" | "mobile";
export type Status = "open" | "closing" | "closed" | "unknown";

export interface Result {
  readonly id: string;
  readonly number: number | undefined;
  readonly name: string;
  readonly kind: Kind;
  readonly status: Status;
  readonly area: boolean;
  readonly url: string;
  readonly at: readonly [number, number];
}

export type Bounds = readonly [west: number, south: number, east: number, north: number];

const KINDS: readonly string[] = ["service", "structure", "mobile"];
const STATES: readonly string[] = ["open", "closing", "closed", "unknown"];

/** Reads the feed; what is no point, or has no id, is left out rather than breaking the map. */
export function readResults(feed: unknown): Result[] {
  const features = (feed as Partial<FeatureCollection>)?.features;
  return Array.isArray(features) ? features.flatMap((feature) => readResult(feature)) : [];
}

function readResult(feature: Feature): Result[] {
  if (feature?.geometry?.type !== "Point" || feature.properties === null) {
    return [];
  }
  const [east, north] = feature.geometry.coordinates;
  const said = feature.properties;
  if (!Number.isFinite(east) || !Number.isFinite(north) || said["id"] === undefined) {
    return [];
  }
  return [
    {
      id: String(said["id"]),
      number: typeof said["number"] === "number" ? said["number"] : undefined,
      name: String(said["name"] ?? ""),
      kind: KINDS.includes(said["kind"]) ? said["kind"] : "service",
      status: STATES.includes(said["status"]) ? said["status"] : "unknown",
      area: said["area"] === true,
      url: onlyOurs(said["url"]),
      at: [east as number, north as number],
    },
  ];
}

/** A marker links only within the site. */
function onlyOurs(url: unknown): string {
  return typeof url === "string" && /^\/(?![/\\])/.test(url) ? url : "#";
}

/** The box around all results, none when there are none. */
export function boundsOf(results: readonly Result[]): Bounds | undefined {
  if (results.length === 0) {
    return undefined;
  }
  const easts = results.map((result) => result.at[0]);
  const norths = results.map((result) => result.at[1]);
  return [Math.min(...easts), Math.min(...norths), Math.max(...easts), Math.max(...norths)];
}

/** The box written in a page's address as bbox=west,south,east,north; none when it is not one. */
export function bboxIn(search: string): Bounds | undefined {
  const figures = (new URLSearchParams(search).get("bbox") ?? "").split(",").map(Number);
  const [west, south, east, north] = figures;
  if (figures.length !== 4 || !figures.every(Number.isFinite)) {
    return undefined;
  }
  return west! < east! && south! < north! ? [west!, south!, east!, north!] : undefined;
}

/** The page's address with another box; the page number and "near me" belong to the old search. */
export function searchHere(address: string, box: Bounds): string {
  const url = new URL(address);
  url.searchParams.set("bbox", box.map((degree) => degree.toFixed(4)).join(","));
  url.searchParams.delete("page");
  url.searchParams.delete("near");
  return url.pathname + url.search;
}

const AREA_METRES = 550;

/** A place whose address is not published: a soft circle around the middle of its area. */
export function circle(result: Result, corners = 48): Feature<Polygon, { id: string }> {
  const [east, north] = result.at;
  const up = AREA_METRES / 111_195;
  const right = up / Math.cos((north * Math.PI) / 180);
  const ring = Array.from({ length: corners + 1 }, (_, corner) => {
    const turn = (2 * Math.PI * corner) / corners;
    return [east + right * Math.cos(turn), north + up * Math.sin(turn)];
  });
  return { type: "Feature", properties: { id: result.id }, geometry: { type: "Polygon", coordinates: [ring] } };
}

/** Several results at one door stand around it, so that each can be chosen: how far from it, in pixels. */
export function besideOthers(result: Result, results: readonly Result[]): [right: number, down: number] {
  const together = results.filter((other) => other.at[0] === result.at[0] && other.at[1] === result.at[1]);
  if (together.length < 2) {
    return [0, 0];
  }
  const turn = (2 * Math.PI * together.findIndex((other) => other.id === result.id)) / together.length;
  const away = Math.max(20, (36 * together.length) / (2 * Math.PI));
  return [Math.round(away * Math.sin(turn)), Math.round(-away * Math.cos(turn))];
}

/** The results as a source the map can cluster. */
export function asPoints(results: readonly Result[]): FeatureCollection<Point, { id: string }> {
  return {
    type: "FeatureCollection",
    features: results.map((result) => ({
      type: "Feature",
      properties: { id: result.id },
      geometry: { type: "Point", coordinates: [...result.at] },
    })),
  };
}

export function asAreas(results: readonly Result[]): FeatureCollection<Polygon, { id: string }> {
  return { type: "FeatureCollection", features: results.filter((result) => result.area).map((area) => circle(area)) };
}
