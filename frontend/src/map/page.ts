/** What the map reads from its page: addresses, language and words, written by the server into data attributes. */

export interface MapPage {
  readonly feed: string;
  readonly base: string;
  readonly worker: string;
  readonly style: string | undefined;
  readonly language: "el" | "en";
  readonly search: boolean;
  readonly words: Words;
}

export interface Words {
  readonly area: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly cluster: string;
  readonly approximate: string;
  readonly failed: string;
}

export function readPage(box: HTMLElement): MapPage {
  const said = box.dataset;
  return {
    feed: said["feed"] ?? "",
    base: said["base"] ?? "",
    worker: said["worker"] ?? "",
    style: said["style"],
    language: said["lang"] === "en" ? "en" : "el",
    search: said["search"] !== undefined,
    words: {
      area: said["wordArea"] ?? "",
      zoomIn: said["wordZoomIn"] ?? "+",
      zoomOut: said["wordZoomOut"] ?? "−",
      cluster: said["wordCluster"] ?? "{n}",
      approximate: said["wordApproximate"] ?? "",
      failed: said["wordFailed"] ?? "",
    },
  };
}
