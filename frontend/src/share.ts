/** Sends the page's address by the device's own sharing, or copies it. */

type Device = Partial<Pick<Navigator, "share">> & Pick<Navigator, "clipboard">;

export function offerShare(page: ParentNode, device: Device, here: Pick<Location, "href">): void {
  for (const offer of page.querySelectorAll<HTMLElement>("[data-osn-share]")) {
    offer.hidden = false;
    offer.querySelector("[data-osn-print]")?.addEventListener("click", () => window.print());
    offer.querySelector("[data-osn-share-button]")?.addEventListener("click", () => void share(offer, device, here.href));
  }
}

async function share(offer: HTMLElement, device: Device, url: string): Promise<void> {
  const said = offer.querySelector('[role="status"]');
  try {
    if (device.share) {
      await device.share({ title: offer.dataset["title"] ?? "", url });
    } else {
      await device.clipboard.writeText(url);
      if (said) {
        said.textContent = offer.dataset["copied"] ?? "";
      }
    }
  } catch {
    // The reader closed the sheet, or the browser does not allow it: the address bar still has the address.
  }
}
