/** "Near me": asks the device where it is, rounds that to about a hundred metres, and opens the list around it. */

type Where = Pick<GeolocationCoordinates, "latitude" | "longitude">;
type Going = Pick<Location, "origin" | "assign">;

/** Three digits are about a hundred metres: enough to sort by distance, too little to name a door. */
export function rounded(place: Where): string {
  return `${place.latitude.toFixed(3)},${place.longitude.toFixed(3)}`;
}

/** The page's address with the position set; what else it filters by stays. */
export function nearAddress(action: string, place: Where, origin: string): string {
  const address = new URL(action, origin);
  address.searchParams.set("near", rounded(place));
  return address.pathname + address.search;
}

export function offerNearMe(page: ParentNode, device: Pick<Navigator, "geolocation">, going: Going): void {
  if (!device.geolocation) {
    return;
  }
  for (const offer of page.querySelectorAll<HTMLElement>("[data-osn-near]")) {
    const button = offer.querySelector("button");
    const said = saidAfter(offer);
    offer.hidden = false;
    button?.addEventListener("click", () => {
      said.textContent = offer.dataset["searching"] ?? "";
      device.geolocation.getCurrentPosition(
        (found) => going.assign(nearAddress(offer.dataset["osnNear"] ?? "/find", found.coords, going.origin)),
        () => (said.textContent = offer.dataset["denied"] ?? ""),
        { timeout: 10_000, maximumAge: 60_000 },
      );
    });
  }
}

function saidAfter(offer: HTMLElement): HTMLElement {
  const said = offer.ownerDocument.createElement("p");
  said.className = "osn-near__said";
  said.setAttribute("role", "status");
  (offer.closest("ul") ?? offer).after(said);
  return said;
}
