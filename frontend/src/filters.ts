/** The panel of filters: each change applies itself, and the focus is where it was when the page comes back. */

const FOCUS = "osn-filter-focus";

type Going = Pick<Location, "origin" | "assign">;

/** The address a form asks for, without the fields left empty. */
export function filterAddress(form: HTMLFormElement, origin: string): string {
  const address = new URL(form.getAttribute("action") ?? "", origin);
  address.search = "";
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && value !== "") {
      address.searchParams.append(name, value);
    }
  }
  return address.pathname + address.search;
}

export function sendFiltersOnChange(page: Document, going: Going): void {
  for (const form of page.querySelectorAll<HTMLFormElement>("[data-osn-filters]")) {
    form.querySelector<HTMLElement>("[data-osn-filters-button]")?.classList.add("govuk-visually-hidden");
    form.addEventListener("change", (event) => {
      remember(event.target);
      going.assign(filterAddress(form, going.origin));
    });
  }
  focusAgain(page);
}

/** The panel stays out of the way of the results, unless the reader was just in it. */
export function foldFilters(page: Document): void {
  for (const panel of page.querySelectorAll<HTMLDetailsElement>("details[data-osn-fold]")) {
    panel.open = sessionStorage.getItem(FOCUS) !== null;
  }
}

function remember(field: EventTarget | null): void {
  if (field instanceof HTMLElement && field.id !== "") {
    sessionStorage.setItem(FOCUS, field.id);
  }
}

function focusAgain(page: Document): void {
  const id = sessionStorage.getItem(FOCUS);
  sessionStorage.removeItem(FOCUS);
  if (id !== null) {
    page.getElementById(id)?.focus({ preventScroll: false });
  }
}
