/** Loads what the map draws and what was found, and puts both on the page. */

import "maplibre-gl/dist/maplibre-gl.css";
import "../styles/map.scss";
import { setWorkerUrl } from "maplibre-gl";
import type { FeatureCollection } from "geojson";
import { readPage } from "./page";
import { readResults } from "./places";
import { Stage } from "./stage";

export async function show(box: HTMLElement): Promise<void> {
  const page = readPage(box);
  setWorkerUrl(page.worker);
  try {
    // The names on the map are drawn with the page's own font; it must be there first.
    const font = document.fonts.load('16px "Commissioner Variable"', "Αα Aa");
    const [base, feed] = await Promise.all([read(page.base), read(page.feed), font]);
    new Stage(box, page, base as FeatureCollection, readResults(feed));
  } catch (problem) {
    const said = document.createElement("p");
    said.className = "osn-map__failed";
    said.setAttribute("role", "status");
    said.textContent = page.words.failed;
    box.append(said);
    console.warn(problem);
  }
}

async function read(address: string): Promise<unknown> {
  const answer = await fetch(address, { headers: { Accept: "application/geo+json, application/json" } });
  if (!answer.ok) {
    throw new Error(`${address}: ${answer.status}`);
  }
  return answer.json();
}
