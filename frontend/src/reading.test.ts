import { describe, expect, it, vi } from "vitest";
import { readBack } from "./reading";

const FORM = `<form><div data-osn-reading="/desk/x/hours/reading">
  <input name="h0-opens" value="09:00"><div id="reading">before</div></div></form>`;

describe("hours read back", () => {
  it("asks the server once after a pause and shows its words", async () => {
    vi.useFakeTimers();
    document.body.innerHTML = FORM;
    const send = vi.fn(() => Promise.resolve(new Response("<p>Monday, 09:00 to 17:00</p>")));
    readBack(document, send as unknown as typeof fetch);
    const input = document.querySelector("input");
    input?.dispatchEvent(new Event("input", { bubbles: true }));
    input?.dispatchEvent(new Event("input", { bubbles: true }));
    await vi.advanceTimersByTimeAsync(500);
    expect(send).toHaveBeenCalledTimes(1);
    expect(document.getElementById("reading")?.textContent).toBe("Monday, 09:00 to 17:00");
    vi.useRealTimers();
  });

  it("leaves the words alone where the server says no", async () => {
    vi.useFakeTimers();
    document.body.innerHTML = FORM;
    readBack(document, (() => Promise.resolve(new Response("no", { status: 500 }))) as unknown as typeof fetch);
    document.querySelector("input")?.dispatchEvent(new Event("input", { bubbles: true }));
    await vi.advanceTimersByTimeAsync(500);
    expect(document.getElementById("reading")?.textContent).toBe("before");
    vi.useRealTimers();
  });
});
