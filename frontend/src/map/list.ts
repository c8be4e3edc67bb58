/** Ties the marks on the map to the cards of the list: what is pointed at in one lights up in the other. */

const LIT_CARD = "osn-card--lit";
const LIT_MARK = "osn-mark--lit";

export class ListAndMap {
  constructor(private readonly page: Document) {
    for (const card of page.querySelectorAll<HTMLElement>("[data-osn-card]")) {
      const id = card.dataset["osnCard"] ?? "";
      card.addEventListener("pointerenter", () => this.light(id));
      card.addEventListener("pointerleave", () => this.light(undefined));
      card.addEventListener("focusin", () => this.light(id));
      card.addEventListener("focusout", () => this.light(undefined));
    }
  }

  /** Lights a card and its mark, or nothing. */
  light(id: string | undefined): void {
    for (const card of this.page.querySelectorAll<HTMLElement>("[data-osn-card]")) {
      card.classList.toggle(LIT_CARD, card.dataset["osnCard"] === id);
    }
    for (const mark of this.page.querySelectorAll<HTMLElement>("[data-osn-mark]")) {
      mark.classList.toggle(LIT_MARK, mark.dataset["osnMark"] === id);
    }
  }

  /** Listens to a mark: pointing lights its card, choosing it goes to the card where there is one. */
  follow(mark: HTMLAnchorElement): void {
    const id = mark.dataset["osnMark"] ?? "";
    mark.addEventListener("pointerenter", () => this.light(id));
    mark.addEventListener("pointerleave", () => this.light(undefined));
    mark.addEventListener("focus", () => this.light(id));
    mark.addEventListener("blur", () => this.light(undefined));
    mark.addEventListener("click", (event) => {
      const link = this.cardLink(id);
      if (link) {
        event.preventDefault();
        link.focus({ preventScroll: true });
        link.closest("[data-osn-card]")?.scrollIntoView({ block: "center", behavior: "auto" });
      }
    });
  }

  private cardLink(id: string): HTMLElement | null {
    return this.page.querySelector<HTMLElement>(`[data-osn-card="${CSS.escape(id)}"] a`);
  }
}
