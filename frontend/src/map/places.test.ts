import { describe, expect, it } from "vitest";
import { asAreas, asPoints, bboxIn, besideOthers, boundsOf, circle, readResults, searchHere } from "./places";

const FEED = {
  type: "FeatureCollection",
  features: [
    point("a", 23.72, 37.98, { number: 1, name: "Υπνωτήριο", kind: "structure", status: "open", url: "/service/a" }),
    point("b", 23.74, 37.99, { number: 2, name: "Ξενώνας", kind: "service", status: "closing", area: true, url: "/x" }),
  ],
};

describe("the feed of results", () => {
  it("is read with what each mark needs", () => {
    expect(readResults(FEED)[0]).toEqual({
      id: "a",
      number: 1,
      name: "Υπνωτήριο",
      kind: "structure",
      status: "open",
      area: false,
      url: "/service/a",
      at: [23.72, 37.98],
    });
  });

  it("leaves out what cannot be drawn instead of breaking the map", () => {
    const odd = [
      null,
      { type: "Feature", geometry: null, properties: {} },
      { type: "Feature", geometry: { type: "Point", coordinates: ["x", 1] }, properties: { id: 1 } },
      point("c", 23.7, 37.9, { kind: "castle", status: "haunted" }),
    ];
    expect(readResults({ features: odd })).toMatchObject([{ id: "c", kind: "service", status: "unknown" }]);
    expect(readResults("nothing")).toEqual([]);
  });

  it.each(["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "javascript:alert(1)", 7])(
    "never links a mark to %s",
    (url) => {
      expect(readResults({ features: [point("a", 23, 37, { url })] })[0]!.url).toBe("#");
    },
  );

  it("becomes points to cluster, and circles for what has no published address", () => {
    expect(asPoints(readResults(FEED)).features).toHaveLength(2);
    expect(asAreas(readResults(FEED)).features.map((area) => area.properties.id)).toEqual(["b"]);
  });
});

describe("several results at one door", () => {
  it("stand around it, each at its own place; a single one stands on it", () => {
    const results = readResults({ features: [point("a", 23, 37, {}), point("b", 23, 37, {}), point("c", 24, 37, {})] });
    expect(results.map((result) => besideOthers(result, results).map(Math.abs))).toEqual([[0, 20], [0, 20], [0, 0]]);
    expect(besideOthers(results[0]!, results)).not.toEqual(besideOthers(results[1]!, results));
  });
});

describe("a soft circle", () => {
  it("is closed, round on the ground and as wide as a neighbourhood", () => {
    const ring = circle(readResults(FEED)[1]!).geometry.coordinates[0]!;
    expect(ring[0]![0]).toBeCloseTo(ring.at(-1)![0]!, 9);
    const metresEast = (ring[0]![0]! - 23.74) * 111_195 * Math.cos((37.99 * Math.PI) / 180);
    const metresNorth = (ring[12]![1]! - 37.99) * 111_195;
    expect(metresEast).toBeCloseTo(550, 0);
    expect(metresNorth).toBeCloseTo(550, 0);
  });
});

describe("where the map looks", () => {
  it("is the box around all results", () => {
    expect(boundsOf(readResults(FEED))).toEqual([23.72, 37.98, 23.74, 37.99]);
    expect(boundsOf([])).toBeUndefined();
  });

  it("is the box in the address where there is a true one", () => {
    expect(bboxIn("?bbox=23.70,37.90,23.80,38.00")).toEqual([23.7, 37.9, 23.8, 38]);
    expect(bboxIn("?bbox=23.80,37.90,23.70,38.00")).toBeUndefined();
    expect(bboxIn("?bbox=a,b,c,d")).toBeUndefined();
    expect(bboxIn("?q=x")).toBeUndefined();
  });

  it("can be searched, keeping the filters and forgetting the page and the old place", () => {
    const address = searchHere("https://city.example/en/find?q=a&page=3&near=1,2&open=now", [23.7, 37.9, 23.81234, 38]);
    expect(address).toBe("/en/find?q=a&open=now&bbox=23.7000%2C37.9000%2C23.8123%2C38.0000");
  });
});

function point(id: string, east: number, north: number, more: object) {
  return {
    type: "Feature",
    geometry: { type: "Point", coordinates: [east, north] },
    properties: { id, ...more },
  };
}
