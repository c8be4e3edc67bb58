/** How long somebody pauses before what is typed is read back, in milliseconds. */
const PAUSE = 400;

/**
 * Hours read back in words while they are typed: the server reads, so that the words are those of the public page.
 * Without script a button does the same.
 */
export function readBack(page: Document, send: typeof fetch = fetch): void {
  const editor = page.querySelector<HTMLElement>("[data-osn-reading]");
  const form = editor?.closest("form");
  const place = page.getElementById("reading");
  const address = editor?.dataset["osnReading"];
  if (!editor || !form || !place || !address) {
    return;
  }
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  const read = async (): Promise<void> => {
    const number = ++asked;
    const body = new URLSearchParams();
    new FormData(form).forEach((value, name) => body.append(name, String(value)));
    try {
      const answer = await send(address, { method: "POST", body, headers: { Accept: "text/html" } });
      const words = answer.ok ? await answer.text() : "";
      // an older answer that comes late says nothing
      if (number === asked && words !== "") {
        place.innerHTML = words;
      }
    } catch {
      // without a network the words stay as they were; the button still works later
    }
  };
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void read(), PAUSE);
  });
}
