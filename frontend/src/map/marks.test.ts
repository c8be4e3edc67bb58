import { afterEach, describe, expect, it, vi } from "vitest";
import { foldMap } from "./fold";
import { ListAndMap } from "./list";
import { clusterMark, resultMark } from "./markers";
import { readPage } from "./page";
import type { Result } from "./places";
import { labels } from "./style";

const WORDS = { area: "", zoomIn: "", zoomOut: "", cluster: "{n} σημεία", approximate: "κατά προσέγγιση", failed: "" };
const SHELTER: Result = {
  id: "b",
  number: 2,
  name: "Ξενώνας",
  kind: "service",
  status: "open",
  area: true,
  url: "/service/b",
  at: [23.74, 37.99],
};

afterEach(() => (document.body.innerHTML = ""));

describe("a mark", () => {
  it("is a link that names its number and that its place is approximate", () => {
    const mark = resultMark(document, SHELTER, WORDS);
    expect(mark.getAttribute("href")).toBe("/service/b");
    expect(mark.getAttribute("aria-label")).toBe("2. Ξενώνας (κατά προσέγγιση)");
    expect(mark.className).toContain("osn-pin--area");
  });

  it("writes names as text, never as markup", () => {
    const mark = resultMark(document, { ...SHELTER, name: "<img src=x>", area: false }, WORDS);
    expect(mark.querySelector("img")).toBeNull();
    expect(mark.getAttribute("aria-label")).toBe("2. <img src=x>");
  });

  it("of several says how many", () => {
    expect(clusterMark(document, 12, WORDS).getAttribute("aria-label")).toBe("12 σημεία");
  });
});

describe("list and map", () => {
  it("light up together, whichever is pointed at", () => {
    const { card, mark } = together();
    card.dispatchEvent(new Event("pointerenter"));
    expect(mark.classList).toContain("osn-mark--lit");
    card.dispatchEvent(new Event("pointerleave"));
    expect(mark.classList).not.toContain("osn-mark--lit");

    mark.dispatchEvent(new Event("focus"));
    expect(card.classList).toContain("osn-card--lit");
  });

  it("choosing a mark goes to its card, and to the page where the list has none", () => {
    const { card, mark } = together();
    expect(mark.dispatchEvent(new MouseEvent("click", { cancelable: true }))).toBe(false);
    expect(document.activeElement).toBe(card.querySelector("a"));
    card.remove();
    expect(mark.dispatchEvent(new MouseEvent("click", { cancelable: true }))).toBe(true);
  });
});

describe("the map's box", () => {
  it("is shown at once where there is room", () => {
    const show = vi.fn(async () => {});
    foldMap(box(), true, show);
    expect(show).toHaveBeenCalledOnce();
  });

  it("waits on a phone until it is asked for", () => {
    const show = vi.fn(async () => {});
    const folded = box();
    foldMap(folded, false, show);
    expect(show).not.toHaveBeenCalled();
    folded.querySelector("button")!.click();
    expect(show).toHaveBeenCalledOnce();
    expect(folded.className).toBe("");
  });

  it("tells the map its addresses and words", () => {
    const said = box();
    said.dataset["feed"] = "/find.geojson";
    said.dataset["lang"] = "en";
    expect(readPage(said)).toMatchObject({ feed: "/find.geojson", language: "en", search: false, style: undefined });
  });
});

describe("the names on the map", () => {
  it("stand at a given point, else in the middle, and the sea has none", () => {
    const square = [[[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]];
    const named = labels({
      type: "FeatureCollection",
      features: [
        { type: "Feature", properties: { kind: "hill" }, geometry: { type: "Polygon", coordinates: square } },
        { type: "Feature", properties: { kind: "community", label: [5, 6] }, geometry: { type: "Polygon", coordinates: square } },
        { type: "Feature", properties: { kind: "sea" }, geometry: { type: "Polygon", coordinates: square } },
      ],
    });
    expect(named.features.map((feature) => (feature.geometry as GeoJSON.Point).coordinates)).toEqual([[1, 1], [5, 6]]);
  });
});

function together() {
  document.body.innerHTML = '<ol><li data-osn-card="b"><a href="/service/b">Ξενώνας</a></li></ol>';
  const list = new ListAndMap(document);
  const mark = resultMark(document, SHELTER, WORDS);
  document.body.append(mark);
  list.follow(mark);
  return { card: document.querySelector<HTMLElement>("li")!, mark };
}

function box(): HTMLElement {
  const made = document.createElement("div");
  made.hidden = true;
  made.innerHTML = '<button class="osn-map__open" hidden></button>';
  document.body.append(made);
  return made;
}
