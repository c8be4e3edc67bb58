/** Suggestions under the search box while one types: a combobox as ARIA describes it. Without script the box just searches. */

export type Suggestion = { text: string; kind: string; href: string };

type Going = Pick<Location, "assign">;

const PAUSE = 150;
const SHORTEST = 2;
let lists = 0;

export function offerSuggestions(page: ParentNode, going: Going, ask: typeof fetch = (input, init) => fetch(input, init)): void {
  for (const box of page.querySelectorAll<HTMLInputElement>("input[data-osn-suggest]")) {
    new Suggestions(box, going, ask);
  }
}

class Suggestions {
  private readonly list: HTMLUListElement;
  private readonly said: HTMLElement;
  private pause: ReturnType<typeof setTimeout> | undefined;
  private asked: AbortController | undefined;
  private chosen = -1;

  constructor(
    private readonly box: HTMLInputElement,
    private readonly going: Going,
    private readonly ask: typeof fetch,
  ) {
    this.list = box.ownerDocument.createElement("ul");
    this.list.id = `osn-suggestions-${++lists}`;
    this.list.className = "osn-suggestions";
    this.list.hidden = true;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", box.dataset["wordList"] ?? "");
    this.said = box.ownerDocument.createElement("p");
    this.said.className = "govuk-visually-hidden";
    this.said.setAttribute("role", "status");
    box.setAttribute("role", "combobox");
    box.setAttribute("aria-autocomplete", "list");
    box.setAttribute("aria-expanded", "false");
    box.setAttribute("aria-controls", this.list.id);
    box.form?.append(this.list, this.said);
    box.addEventListener("input", () => this.soon());
    box.addEventListener("keydown", (event) => this.key(event));
    box.addEventListener("blur", () => this.close());
    // Before the box loses the focus, which would close the list under the finger.
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
  }

  private soon(): void {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => void this.look(), PAUSE);
  }

  private async look(): Promise<void> {
    const typed = this.box.value.trim();
    this.asked?.abort();
    if (typed.length < SHORTEST) {
      this.close();
      return;
    }
    this.asked = new AbortController();
    try {
      const address = `${this.box.dataset["osnSuggest"]}?q=${encodeURIComponent(typed)}`;
      const answer = await this.ask(address, { signal: this.asked.signal });
      this.show(answer.ok ? ((await answer.json()) as Suggestion[]) : []);
    } catch {
      this.close(); // a newer question is on its way, or there is no network: the box works without
    }
  }

  private show(found: Suggestion[]): void {
    this.chosen = -1;
    this.list.replaceChildren(...found.map((one, at) => this.option(one, at)));
    this.list.hidden = found.length === 0;
    this.box.setAttribute("aria-expanded", String(found.length > 0));
    this.box.removeAttribute("aria-activedescendant");
    this.said.textContent = (this.box.dataset["wordCount"] ?? "#").replace("#", String(found.length));
  }

  private option(one: Suggestion, at: number): HTMLLIElement {
    const option = this.box.ownerDocument.createElement("li");
    option.id = `${this.list.id}-${at}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.dataset["href"] = one.href;
    const kind = this.box.ownerDocument.createElement("span");
    kind.textContent = one.kind;
    option.append(`${one.text} `, kind);
    option.addEventListener("click", () => this.going.assign(one.href));
    return option;
  }

  private key(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape" && !this.list.hidden) {
      event.preventDefault();
      this.close();
    } else if (step !== undefined && !this.list.hidden) {
      event.preventDefault();
      this.choose(step);
    } else if (event.key === "Enter" && this.chosen >= 0) {
      event.preventDefault();
      this.going.assign((this.list.children[this.chosen] as HTMLElement).dataset["href"] ?? "");
    }
  }

  /** Beyond the last one is the box itself, then the first again. */
  private choose(step: number): void {
    const options = [...this.list.children];
    this.chosen = ((this.chosen + 1 + step + options.length + 1) % (options.length + 1)) - 1;
    options.forEach((option, at) => option.setAttribute("aria-selected", String(at === this.chosen)));
    const current = options[this.chosen];
    if (current) {
      this.box.setAttribute("aria-activedescendant", current.id);
    } else {
      this.box.removeAttribute("aria-activedescendant");
    }
  }

  private close(): void {
    clearTimeout(this.pause);
    this.list.hidden = true;
    this.chosen = -1;
    this.box.setAttribute("aria-expanded", "false");
    this.box.removeAttribute("aria-activedescendant");
  }
}
