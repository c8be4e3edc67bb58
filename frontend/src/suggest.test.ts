import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { offerSuggestions } from "./suggest";

const FOUND = [
  { text: "Συσσίτιο", kind: "είδος βοήθειας", href: "/find?term=meals" },
  { text: "Σύνταγμα", kind: "κοντά σε", href: "/find?place=square-syntagma" },
];

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  document.body.innerHTML = "";
});

describe("suggestions under the search box", () => {
  it("come once typing pauses, and say how many they are", async () => {
    const { box, ask } = search();
    type(box, "s");
    type(box, "sy");
    await vi.advanceTimersByTimeAsync(200);

    expect(ask).toHaveBeenCalledOnce();
    expect(ask.mock.calls[0]![0]).toBe("/suggest?q=sy");
    expect(options().map((option) => option.textContent)).toEqual(["Συσσίτιο είδος βοήθειας", "Σύνταγμα κοντά σε"]);
    expect(box.getAttribute("aria-expanded")).toBe("true");
    expect(document.querySelector("[role=status]")!.textContent).toBe("Προτάσεις: 2");
  });

  it("are walked by arrows, and Enter goes where the chosen one leads", async () => {
    const { box, going } = search();
    type(box, "sy");
    await vi.advanceTimersByTimeAsync(200);
    press(box, "ArrowUp");
    expect(box.getAttribute("aria-activedescendant")).toBe(options()[1]!.id);
    press(box, "ArrowDown");
    expect(box.hasAttribute("aria-activedescendant")).toBe(false);
    press(box, "ArrowDown");
    expect(options()[0]!.getAttribute("aria-selected")).toBe("true");
    press(box, "Enter");
    expect(going.assign).toHaveBeenCalledWith("/find?term=meals");
  });

  it("leave Enter to the form where none is chosen, and close on Escape", async () => {
    const { box, going } = search();
    type(box, "sy");
    await vi.advanceTimersByTimeAsync(200);
    expect(press(box, "Enter")).toBe(true);
    press(box, "Escape");
    expect(box.getAttribute("aria-expanded")).toBe("false");
    expect(document.querySelector<HTMLElement>("[role=listbox]")!.hidden).toBe(true);
    expect(going.assign).not.toHaveBeenCalled();
  });
});

function search() {
  document.body.innerHTML = `<form><input data-osn-suggest="/suggest" data-word-list="Προτάσεις" data-word-count="Προτάσεις: #"></form>`;
  const ask = vi.fn(async (..._: unknown[]) => new Response(JSON.stringify(FOUND)));
  const going = { assign: vi.fn() };
  offerSuggestions(document, going, ask as unknown as typeof fetch);
  return { box: document.querySelector("input")!, ask, going };
}

function type(box: HTMLInputElement, text: string): void {
  box.value = text;
  box.dispatchEvent(new Event("input"));
}

function press(box: HTMLInputElement, key: string): boolean {
  return box.dispatchEvent(new KeyboardEvent("keydown", { key, cancelable: true }));
}

function options(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("[role=option]")];
}
