import { describe, expect, it } from "vitest";
import { pointOf, stopsOf, write } from "./stops";

function form(latitude: string, longitude: string): void {
  document.body.innerHTML = `<form>
    <select name="s0-known"><option value=""></option><option value="square-omonia" selected></option></select>
    <input name="s0-latitude" value="${latitude}"><input name="s0-longitude" value="${longitude}"></form>`;
}

describe("stops of a route", () => {
  it("are read from the fields, with a comma or a point", () => {
    form("37,98", "23.72");
    expect(stopsOf(document).map(pointOf)).toEqual([[23.72, 37.98]]);
  });

  it("are nowhere while the fields say nothing", () => {
    form("", "x");
    expect(stopsOf(document).map(pointOf)).toEqual([undefined]);
  });

  it("are written where the mark was dropped, and no known place stays chosen", () => {
    form("", "");
    const stop = stopsOf(document)[0]!;
    write(stop, [23.7275412, 37.983812]);
    expect(stop.latitude.value).toBe("37.98381");
    expect(stop.longitude.value).toBe("23.72754");
    expect(stop.known?.value).toBe("");
  });
});
