import { describe, expect, it, vi } from "vitest";
import { nearAddress, offerNearMe, rounded } from "./near";

const PLACE = { latitude: 37.984123, longitude: 23.727756 };

describe("near me", () => {
  it("rounds the position to about a hundred metres before it leaves the device", () => {
    expect(rounded(PLACE)).toBe("37.984,23.728");
  });

  it("keeps what else the page filters by", () => {
    expect(nearAddress("/en/find?open=now", PLACE, "https://city.example")).toBe(
      "/en/find?open=now&near=37.984%2C23.728",
    );
  });

  it("stays hidden where the device cannot say where it is", () => {
    const page = offered();
    offerNearMe(page, { geolocation: undefined as unknown as Geolocation }, going());
    expect(page.querySelector("li")!.hidden).toBe(true);
  });

  it("opens the list around the reader once allowed", () => {
    const page = offered();
    const way = going();
    offerNearMe(page, device((found) => found({ coords: PLACE } as GeolocationPosition)), way);
    page.querySelector("button")!.click();
    expect(way.assign).toHaveBeenCalledWith("/find?near=37.984%2C23.728");
  });

  it("says what to do instead when it is not allowed", () => {
    const page = offered();
    const way = going();
    offerNearMe(page, device((_, refused) => refused?.({} as GeolocationPositionError)), way);
    page.querySelector("button")!.click();
    expect(page.querySelector('[role="status"]')!.textContent).toBe("write a square");
    expect(way.assign).not.toHaveBeenCalled();
  });
});

function offered(): HTMLElement {
  const page = document.createElement("div");
  page.innerHTML =
    '<ul><li hidden data-osn-near="/find" data-denied="write a square" data-searching="…"><button></button></li></ul>';
  return page;
}

function going() {
  return { origin: "https://city.example", assign: vi.fn() };
}

function device(getCurrentPosition: Geolocation["getCurrentPosition"]): Pick<Navigator, "geolocation"> {
  return { geolocation: { getCurrentPosition } as Geolocation };
}
