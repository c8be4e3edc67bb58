import { afterEach, describe, expect, it, vi } from "vitest";
import { filterAddress, foldFilters, sendFiltersOnChange } from "./filters";

afterEach(() => {
  document.body.innerHTML = "";
  sessionStorage.clear();
});

describe("the panel of filters", () => {
  it("asks for an address with every chosen value and no empty field", () => {
    expect(filterAddress(panel().querySelector("form")!, "https://city.example")).toBe(
      "/en/find?q=%CF%8D%CF%80%CE%BD%CE%BF%CF%82&group=women&group=roma",
    );
  });

  it("applies a change by itself and hides its button", () => {
    const page = panel();
    const way = { origin: "https://city.example", assign: vi.fn() };
    sendFiltersOnChange(document, way);
    page.querySelector("#f-open-now")!.dispatchEvent(new Event("change", { bubbles: true }));
    expect(way.assign).toHaveBeenCalledOnce();
    expect(page.querySelector("[data-osn-filters-button]")!.classList).toContain("govuk-visually-hidden");
  });

  it("gives the focus back to the field just changed, once", () => {
    panel();
    const way = { origin: "https://city.example", assign: vi.fn() };
    sendFiltersOnChange(document, way);
    document.querySelector("#f-open-now")!.dispatchEvent(new Event("change", { bubbles: true }));

    document.body.innerHTML = "";
    panel();
    foldFilters(document);
    sendFiltersOnChange(document, way);
    expect(document.activeElement?.id).toBe("f-open-now");
    expect(document.querySelector("details")!.open).toBe(true);

    foldFilters(document);
    expect(document.querySelector("details")!.open).toBe(false);
  });
});

function panel(): HTMLElement {
  document.body.innerHTML = `
    <details data-osn-fold open><summary></summary>
      <form action="/en/find" data-osn-filters>
        <input type="hidden" name="q" value="ύπνος">
        <input type="checkbox" name="group" value="women" checked>
        <input type="checkbox" name="group" value="roma" checked>
        <input type="checkbox" name="group" value="men">
        <input type="radio" name="open" value="" checked>
        <input type="radio" name="open" value="now" id="f-open-now">
        <button data-osn-filters-button></button>
      </form>
    </details>`;
  return document.body;
}
