/** The server takes note of a sign of life once a minute, so it may count a minute more than we do. */
const UNSURE = 60;
const WARNING = 120;

/** What is asked of the browser, so that tests can be the browser. */
export interface Surroundings {
  send: typeof fetch;
  /** Tells the other tabs that somebody is there; they tell us through the same. */
  channel: Pick<BroadcastChannel, "postMessage"> & { onmessage: ((event: MessageEvent) => unknown) | null };
  now: () => number;
}

/** Warns before the session ends; staying is a sign of life, in all tabs. Nothing typed is taken away. */
export function warnInTime(page: Document, around: Surroundings): void {
  const dialog = page.querySelector<HTMLDialogElement>("[data-osn-idle]");
  const form = page.querySelector<HTMLFormElement>("#stay");
  if (dialog === null || form === null || typeof dialog.showModal !== "function") {
    return;
  }
  const allowed = Number(dialog.dataset["osnIdle"]) - UNSURE;
  let end = around.now() + allowed * 1000;
  let over = false;

  around.channel.postMessage("here");
  around.channel.onmessage = alive;
  setInterval(look, 5000);
  page.addEventListener("visibilitychange", look);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void stay();
  });

  function alive(): void {
    if (!over) {
      end = around.now() + allowed * 1000;
      dialog!.close();
    }
  }

  async function stay(): Promise<void> {
    const body = new URLSearchParams(
      [...new FormData(form!).entries()].map(([name, value]) => [name, String(value)]),
    );
    try {
      const answer = await around.send(form!.action, { method: "POST", body, redirect: "manual" });
      if (answer.ok) {
        alive();
        around.channel.postMessage("here");
      } else {
        isOver();
      }
    } catch {
      // No network: the warning stays, and so does the button.
    }
  }

  function look(): void {
    const left = (end - around.now()) / 1000;
    if (over || left > WARNING) {
      return;
    }
    if (left <= 0) {
      isOver();
    } else {
      say(left);
      open();
    }
  }

  function say(left: number): void {
    const minutes = Math.round(left / 60);
    const text = left < 30 ? "osnSoon" : minutes <= 1 ? "osnMinute" : "osnMinutes";
    const words = (dialog!.dataset[text] ?? "").replace("#", String(minutes));
    const place = dialog!.querySelector("[data-osn-left]");
    if (place !== null && place.textContent !== words) {
      place.textContent = words;
    }
  }

  function isOver(): void {
    over = true;
    dialog!.querySelector<HTMLElement>("[data-osn-warned]")!.hidden = true;
    dialog!.querySelector<HTMLElement>("[data-osn-over]")!.hidden = false;
    open();
    dialog!.querySelector<HTMLElement>("[data-osn-back]")?.focus();
  }

  function open(): void {
    if (!dialog!.open) {
      dialog!.showModal();
    }
  }
}
