import { describe, expect, it, vi } from "vitest";
import { offerShare } from "./share";

const HERE = { href: "https://city.example/service/1" };

describe("sharing a page", () => {
  it("copies the address and says so", async () => {
    const page = offered();
    const writeText = vi.fn(async () => {});
    offerShare(page, { clipboard: { writeText } as unknown as Clipboard }, HERE);
    await press(page);
    expect(writeText).toHaveBeenCalledWith(HERE.href);
    expect(page.querySelector('[role="status"]')!.textContent).toBe("copied");
  });

  it("prefers the device's own sharing", async () => {
    const page = offered();
    const share = vi.fn(async () => {});
    offerShare(page, { share, clipboard: {} as Clipboard }, HERE);
    await press(page);
    expect(share).toHaveBeenCalledWith({ title: "Day centre", url: HERE.href });
  });

  it("does nothing when the reader closes the sheet", async () => {
    const page = offered();
    offerShare(page, { share: () => Promise.reject(new Error("closed")), clipboard: {} as Clipboard }, HERE);
    await press(page);
    expect(page.querySelector('[role="status"]')!.textContent).toBe("");
  });
});

function offered(): HTMLElement {
  const page = document.createElement("div");
  page.innerHTML = `<p hidden data-osn-share data-title="Day centre" data-copied="copied">
    <button data-osn-share-button></button><span role="status"></span></p>`;
  return page;
}

async function press(page: HTMLElement): Promise<void> {
  page.querySelector("button")!.click();
  await new Promise((done) => setTimeout(done));
}
