/** The marks on the map: links one can reach by keyboard, shaped by kind, coloured by state, numbered like the list. */

import type { Result } from "./places";
import type { Words } from "./page";

export function resultMark(page: Document, result: Result, words: Words): HTMLAnchorElement {
  const mark = page.createElement("a");
  mark.href = result.url;
  mark.className = [
    "osn-pin",
    "osn-mark",
    `osn-pin--${result.kind}`,
    `osn-mark--${result.status}`,
    ...(result.area ? ["osn-pin--area"] : []),
  ].join(" ");
  mark.setAttribute("aria-label", nameOf(result, words));
  mark.dataset["osnMark"] = result.id;
  const figure = page.createElement("span");
  figure.textContent = result.number === undefined ? "" : String(result.number);
  mark.append(figure);
  return mark;
}

export function nameOf(result: Result, words: Words): string {
  const numbered = result.number === undefined ? result.name : `${result.number}. ${result.name}`;
  return result.area ? `${numbered} (${words.approximate})` : numbered;
}

export function clusterMark(page: Document, count: number, words: Words): HTMLButtonElement {
  const mark = page.createElement("button");
  mark.type = "button";
  mark.className = "osn-cluster";
  mark.textContent = `×${count}`; // a bare figure would look like a result's number
  mark.setAttribute("aria-label", words.cluster.replace("{n}", String(count)));
  return mark;
}
