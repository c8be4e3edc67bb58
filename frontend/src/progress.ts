/** How often is asked, in milliseconds: soon at first, more rarely when it takes long. */
const FIRST = 1000;
const SLOWEST = 5000;

/** What is asked of the browser, so that tests can be the browser. */
export interface Surroundings {
  send: typeof fetch;
  reload: () => void;
}

/**
 * Long work tells how far it is while one looks: the page is asked for again and its part about progress put in the place
 * of the old one. When the work is over the whole page comes new, as by its own link.
 */
export function follow(page: Document, around: Surroundings): void {
  if (place(page) === null) {
    return;
  }
  let pause = FIRST;
  const look = async (): Promise<void> => {
    if (!page.hidden) {
      try {
        const answer = await around.send(page.location.href, { headers: { Accept: "text/html" } });
        if (answer.redirected) {
          return;
        }
        const now = answer.ok ? place(new DOMParser().parseFromString(await answer.text(), "text/html")) : undefined;
        if (now === null) {
          around.reload();
          return;
        }
        show(place(page), now);
      } catch {
        // Without a network the words stay as they were, and so does the link.
      }
    }
    pause = Math.min(SLOWEST, pause * 1.2);
    setTimeout(() => void look(), pause);
  };
  setTimeout(() => void look(), pause);
}

function place(page: Document): Element | null {
  return page.querySelector("[data-osn-progress]");
}

/** Words and bar alone change, so that whoever stands on the link keeps standing there. */
function show(old: Element | null, now: Element | undefined): void {
  if (old === null || now === undefined) {
    return;
  }
  const [oldWords, newWords] = [old.querySelector("[role=status]"), now.querySelector("[role=status]")];
  if (oldWords !== null && newWords !== null && oldWords.textContent !== newWords.textContent) {
    oldWords.textContent = newWords.textContent;
  }
  const [oldBar, newBar] = [old.querySelector("[data-osn-bar]"), now.querySelector("[data-osn-bar]")];
  if (oldBar !== null && newBar !== null) {
    oldBar.replaceChildren(...newBar.children);
  }
}
