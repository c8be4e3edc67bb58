/** One map on its page: the ground, the results as marks and clusters, and the search where one has moved to. */

import { GeoJSONSource, Map as MapLibre, Marker, NavigationControl, type LngLatBoundsLike } from "maplibre-gl";
import type { FeatureCollection } from "geojson";
import { ListAndMap } from "./list";
import { clusterMark, resultMark } from "./markers";
import type { MapPage } from "./page";
import { asAreas, asPoints, bboxIn, besideOthers, boundsOf, type Bounds, type Result, searchHere } from "./places";
import { schematicStyle } from "./style";

const ATHENS: Bounds = [23.685, 37.948, 23.79, 38.034];

export class Stage {
  private readonly map: MapLibre;
  private readonly list: ListAndMap;
  private readonly byId: ReadonlyMap<string, Result>;
  private shown = new Map<string, Marker>();

  constructor(
    private readonly box: HTMLElement,
    private readonly page: MapPage,
    base: FeatureCollection,
    private readonly results: readonly Result[],
  ) {
    this.byId = new Map(results.map((result) => [result.id, result]));
    this.list = new ListAndMap(document);
    this.map = new MapLibre({
      container: box.querySelector<HTMLElement>(".osn-map__canvas")!,
      style: page.style ?? schematicStyle(base, page.language),
      bounds: this.start() as unknown as LngLatBoundsLike,
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
    this.map.touchZoomRotate.disableRotation();
    this.map.addControl(new NavigationControl({ showCompass: false }), "bottom-right");
    this.map.on("load", () => this.ready());
  }

  private start(): Bounds {
    return bboxIn(window.location.search) ?? boundsOf(this.results) ?? ATHENS;
  }

  private ready(): void {
    this.map.addSource("areas", { type: "geojson", data: asAreas(this.results) });
    this.map.addLayer({
      id: "areas",
      type: "fill",
      source: "areas",
      paint: { "fill-color": "#0b4f6c", "fill-opacity": 0.13 },
    });
    this.map.addLayer({
      id: "areas-edge",
      type: "line",
      source: "areas",
      paint: { "line-color": "#0b4f6c", "line-width": 1.5, "line-dasharray": [3, 3] },
    });
    this.map.addSource("results", {
      type: "geojson",
      data: asPoints(this.results),
      cluster: true,
      clusterRadius: 34,
      clusterMaxZoom: 16,
    });
    // Invisible, so that the source is computed; what one sees are the marks.
    this.map.addLayer({ id: "results", type: "circle", source: "results", paint: { "circle-opacity": 0 } });
    this.map.on("render", () => this.map.isSourceLoaded("results") && this.draw());
    this.map.on("moveend", (event) => "originalEvent" in event && event.originalEvent !== undefined && this.offerSearch());
    this.box.dataset["ready"] = "yes";
  }

  /** Puts a mark for every result or cluster the map has worked out for this view, and takes the others away. */
  private draw(): void {
    const wanted = new Map<string, () => Marker>();
    for (const feature of this.map.querySourceFeatures("results")) {
      const at = (feature.geometry as GeoJSON.Point).coordinates as [number, number];
      const { id, cluster, cluster_id, point_count } = feature.properties;
      if (cluster) {
        wanted.set(`cluster ${cluster_id}`, () => this.clusterAt(at, cluster_id, point_count));
      } else {
        const result = this.byId.get(id);
        if (result) {
          wanted.set(`result ${id}`, () => this.markOf(result));
        }
      }
    }
    for (const [key, marker] of this.shown) {
      if (!wanted.has(key)) {
        marker.remove();
        this.shown.delete(key);
      }
    }
    for (const [key, make] of wanted) {
      if (!this.shown.has(key)) {
        this.shown.set(key, make().addTo(this.map));
      }
    }
  }

  private markOf(result: Result): Marker {
    const mark = resultMark(document, result, this.page.words);
    this.list.follow(mark);
    return new Marker({ element: mark, offset: besideOthers(result, this.results) }).setLngLat([...result.at] as [number, number]);
  }

  private clusterAt(at: [number, number], id: number, count: number): Marker {
    const mark = clusterMark(document, count, this.page.words);
    mark.addEventListener("click", () => void this.open(at, id));
    return new Marker({ element: mark }).setLngLat(at);
  }

  private async open(at: [number, number], id: number): Promise<void> {
    const source = this.map.getSource("results") as GeoJSONSource;
    const zoom = await source.getClusterExpansionZoom(id);
    this.map.easeTo({ center: at, zoom: Math.min(zoom + 0.3, 18), animate: !calm() });
  }

  private offerSearch(): void {
    const button = this.box.querySelector<HTMLButtonElement>(".osn-map__search");
    if (!this.page.search || !button || !button.hidden) {
      return;
    }
    button.hidden = false;
    button.addEventListener("click", () => {
      const view = this.map.getBounds();
      const box: Bounds = [view.getWest(), view.getSouth(), view.getEast(), view.getNorth()];
      window.location.assign(searchHere(window.location.href, box));
    });
  }
}

function calm(): boolean {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}
