/** The stops of a route as marks one can drag; the fields of the form stay the truth, and the keyboard's way. */

import "maplibre-gl/dist/maplibre-gl.css";
import "../styles/map.scss";
import { LngLatBounds, Map as MapLibre, Marker, NavigationControl, setWorkerUrl } from "maplibre-gl";
import type { FeatureCollection } from "geojson";
import { readPage } from "./page";
import { pointOf, stopsOf, write, type Stop } from "./stops";
import { schematicStyle } from "./style";

const ATHENS: [number, number, number, number] = [23.685, 37.948, 23.79, 38.034];

export async function showRoute(box: HTMLElement): Promise<void> {
  const page = readPage(box);
  setWorkerUrl(page.worker);
  const [answer] = await Promise.all([fetch(page.base), document.fonts.load('16px "Commissioner Variable"', "Αα Aa")]);
  const base = (await answer.json()) as FeatureCollection;
  const stops = stopsOf(document);
  const map = new MapLibre({
    container: box.querySelector<HTMLElement>(".osn-map__canvas")!,
    style: page.style ?? schematicStyle(base, page.language),
    bounds: around(stops),
    fitBoundsOptions: { padding: 48, maxZoom: 15 },
    minZoom: 9.5,
    maxZoom: 18,
    attributionControl: page.style === undefined ? false : { compact: true },
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    locale: {
      "Map.Title": page.words.area,
      "NavigationControl.ZoomIn": page.words.zoomIn,
      "NavigationControl.ZoomOut": page.words.zoomOut,
    },
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), "bottom-right");
  map.on("load", () => {
    stops.forEach((stop) => place(map, stop));
    box.dataset["ready"] = "yes";
  });
}

function place(map: MapLibre, stop: Stop): void {
  const element = document.createElement("span");
  element.className = "osn-pin osn-mark osn-pin--mobile osn-pin--drag";
  element.setAttribute("aria-hidden", "true"); // the fields say the same
  const figure = document.createElement("span");
  figure.textContent = String(stop.number);
  element.append(figure);
  const marker = new Marker({ element, draggable: true });
  marker.on("dragend", () => {
    const at = marker.getLngLat();
    write(stop, [at.lng, at.lat]);
  });
  const follow = (): void => {
    const at = pointOf(stop);
    if (at === undefined) {
      marker.remove();
    } else {
      marker.setLngLat(at).addTo(map);
    }
  };
  follow();
  stop.latitude.addEventListener("input", follow);
  stop.longitude.addEventListener("input", follow);
}

function around(stops: readonly Stop[]): LngLatBounds | [number, number, number, number] {
  const points = stops.map(pointOf).filter((point) => point !== undefined);
  return points.length === 0
    ? ATHENS
    : points.reduce((bounds, point) => bounds.extend(point), new LngLatBounds(points[0], points[0]));
}
