import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { follow } from "./progress";

const panel = (words: string, percent: number): string =>
  `<section data-osn-progress><p role="status">${words}</p><p data-osn-bar><progress max="100" value="${percent}">${percent}%</progress></p><a href="#">refresh</a></section>`;

describe("progress of long work", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("moves without reloading, and leaves the link one stands on", async () => {
    document.body.innerHTML = panel("10 rows", 10);
    document.querySelector("a")?.focus();
    const reload = vi.fn();
    follow(document, { send: () => Promise.resolve(new Response(panel("20 rows", 20))), reload });
    await vi.advanceTimersByTimeAsync(1100);
    expect(document.querySelector("[role=status]")?.textContent).toBe("20 rows");
    expect(document.querySelector("progress")?.getAttribute("value")).toBe("20");
    expect(document.activeElement).toBe(document.querySelector("a"));
    expect(reload).not.toHaveBeenCalled();
  });

  it("brings the whole page when the work is over, and asks no more", async () => {
    document.body.innerHTML = panel("10 rows", 10);
    const reload = vi.fn();
    const send = vi.fn(() => Promise.resolve(new Response("<p>done</p>")));
    follow(document, { send, reload });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(reload).toHaveBeenCalledTimes(1);
    expect(send).toHaveBeenCalledTimes(1);
  });

  it("goes on when the network fails or the server says no", async () => {
    document.body.innerHTML = panel("10 rows", 10);
    const answers = [
      () => Promise.reject(new Error("no network")),
      () => Promise.resolve(new Response("no", { status: 503 })),
      () => Promise.resolve(new Response(panel("30 rows", 30))),
    ];
    const reload = vi.fn();
    follow(document, { send: () => (answers.shift() ?? answers[0]!)(), reload });
    await vi.advanceTimersByTimeAsync(3800);
    expect(document.querySelector("[role=status]")?.textContent).toBe("30 rows");
    expect(reload).not.toHaveBeenCalled();
  });

  it("asks nothing where nothing is under way", async () => {
    document.body.innerHTML = "<p>nothing</p>";
    const send = vi.fn(() => Promise.resolve(new Response("")));
    follow(document, { send, reload: vi.fn() });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(send).not.toHaveBeenCalled();
  });
});
