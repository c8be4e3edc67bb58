import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { warnInTime, type Surroundings } from "./stay";

const MINUTE = 60_000;

function world(answer: () => Promise<Response> = () => Promise.resolve(new Response(null, { status: 204 }))) {
  document.body.innerHTML = `
    <textarea>typed</textarea>
    <dialog data-osn-idle="1200" data-osn-minutes="in # minutes" data-osn-minute="in one minute" data-osn-soon="soon">
      <div data-osn-warned><p data-osn-left></p>
        <form id="stay" action="/desk/stay"><input name="_csrf" value="token"><button>stay</button></form></div>
      <div data-osn-over hidden><button data-osn-back>back</button></div>
    </dialog>`;
  const dialog = document.querySelector("dialog")!;
  const around = {
    send: vi.fn(answer) as unknown as typeof fetch,
    channel: { postMessage: vi.fn(), onmessage: null } as Surroundings["channel"],
    now: () => Date.now(),
  };
  warnInTime(document, around);
  return { dialog, around, left: () => dialog.querySelector("[data-osn-left]")?.textContent };
}

async function press() {
  document.querySelector("form")!.dispatchEvent(new Event("submit", { cancelable: true }));
  await vi.advanceTimersByTimeAsync(1);
}

describe("the warning before one is signed out", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it("comes two minutes before, counts down, and says when it is over; what was typed stays", async () => {
    const { dialog, left } = world();
    await vi.advanceTimersByTimeAsync(16.5 * MINUTE);
    expect(dialog.open).toBe(false);
    await vi.advanceTimersByTimeAsync(0.6 * MINUTE);
    expect(dialog.open).toBe(true);
    expect(left()).toBe("in 2 minutes");
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(left()).toBe("in one minute");
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(dialog.querySelector<HTMLElement>("[data-osn-over]")!.hidden).toBe(false);
    expect(dialog.querySelector<HTMLElement>("[data-osn-warned]")!.hidden).toBe(true);
    expect(document.querySelector("textarea")!.value).toBe("typed");
  });

  it("goes when somebody stays, with the form's token, and the other tabs learn of it", async () => {
    const { dialog, around } = world();
    await vi.advanceTimersByTimeAsync(17.5 * MINUTE);
    await press();
    expect(around.send).toHaveBeenCalledTimes(1);
    const sent = vi.mocked(around.send).mock.calls[0]![1]!;
    expect(String(sent.body)).toBe("_csrf=token");
    expect(dialog.open).toBe(false);
    expect(around.channel.postMessage).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(16 * MINUTE);
    expect(dialog.open).toBe(false);
  });

  it("does not come while somebody works in another tab", async () => {
    const { dialog, around } = world();
    await vi.advanceTimersByTimeAsync(15 * MINUTE);
    around.channel.onmessage!(new MessageEvent("message", { data: "here" }));
    await vi.advanceTimersByTimeAsync(15 * MINUTE);
    expect(dialog.open).toBe(false);
  });

  it("says the truth where the server had signed one out already", async () => {
    const { dialog } = world(() => Promise.resolve(new Response("", { status: 401 })));
    await vi.advanceTimersByTimeAsync(17.5 * MINUTE);
    await press();
    expect(dialog.querySelector<HTMLElement>("[data-osn-over]")!.hidden).toBe(false);
  });

  it("stays where there is no network", async () => {
    const { dialog } = world(() => Promise.reject(new Error("no network")));
    await vi.advanceTimersByTimeAsync(17.5 * MINUTE);
    await press();
    expect(dialog.open).toBe(true);
    expect(dialog.querySelector<HTMLElement>("[data-osn-over]")!.hidden).toBe(true);
  });
});
