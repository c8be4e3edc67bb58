/** On a phone the menu is a place in the page that its link jumps to; with script, Escape closes it. */
export function openMenu(page: Document): void {
  page.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && page.location.hash === "#desk-menu") {
      page.location.hash = "#main";
      page.querySelector<HTMLElement>(".osn-desk__open")?.focus();
    }
  });
}
