import { beforeEach, describe, expect, it, vi } from "vitest";
import { listenForKeys } from "./keys";

function page(keys: "on" | "off") {
  const made = document.implementation.createHTMLDocument();
  made.body.dataset["osnKeys"] = keys;
  made.body.innerHTML = `
    <a href="/en/desk" data-osn-go="t">Today</a>
    <input data-osn-search>
    <input id="other">
    <dialog data-osn-shortcuts></dialog>`;
  return made;
}

function press(made: Document, key: string, on?: Element, more: KeyboardEventInit = {}) {
  (on ?? made.body).dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, ...more }));
}

describe("single keys", () => {
  const way = { assign: vi.fn() };
  beforeEach(() => way.assign.mockClear());

  it("lead to the page they stand for, in the reader's language", () => {
    const made = page("on");
    listenForKeys(made, way);
    press(made, "g");
    press(made, "t");
    expect(way.assign).toHaveBeenCalledWith("/en/desk");
  });

  it("mean nothing alone, after another key or with a modifier", () => {
    const made = page("on");
    listenForKeys(made, way);
    press(made, "t");
    press(made, "g");
    press(made, "x");
    press(made, "t");
    press(made, "g");
    press(made, "t", undefined, { ctrlKey: true });
    expect(way.assign).not.toHaveBeenCalled();
  });

  it("are letters for who is typing", () => {
    const made = page("on");
    listenForKeys(made, way);
    const field = made.querySelector("#other")!;
    press(made, "g", field);
    press(made, "t", field);
    expect(way.assign).not.toHaveBeenCalled();
  });

  it("are left alone for who turned them off", () => {
    const made = page("off");
    listenForKeys(made, way);
    press(made, "g");
    press(made, "t");
    expect(way.assign).not.toHaveBeenCalled();
  });
});
