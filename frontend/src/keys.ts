/** Single keys lead somewhere, unless the member turned them off or is typing (WCAG 2.1.4). */
export function listenForKeys(page: Document, location: Pick<Location, "assign">): void {
  if (page.body.dataset["osnKeys"] !== "on") {
    return;
  }
  let afterG = false;
  page.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) {
      return;
    }
    const went = afterG && go(event.key);
    afterG = event.key === "g" && !went;
    if (went) {
      event.preventDefault();
    } else if (event.key === "/") {
      event.preventDefault();
      page.querySelector<HTMLInputElement>("[data-osn-search]")?.focus();
    } else if (event.key === "?") {
      event.preventDefault();
      const overlay = page.querySelector<HTMLDialogElement>("[data-osn-shortcuts]");
      if (overlay !== null && !overlay.open) {
        overlay.showModal();
      }
    }
  });

  function go(key: string): boolean {
    const link = page.querySelector(`[data-osn-go="${CSS.escape(key)}"]`)?.getAttribute("href");
    if (link == null) {
      return false;
    }
    location.assign(link);
    return true;
  }
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable], dialog") !== null;
}
