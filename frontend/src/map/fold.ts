/** Shows the map at once where there is room; on a narrow window behind a button, because it costs data. */

export function foldMap(box: HTMLElement, wide: boolean, show: () => Promise<void>): void {
  const button = box.querySelector<HTMLButtonElement>(".osn-map__open");
  box.hidden = false;
  if (wide || !button) {
    void show();
    return;
  }
  box.classList.add("osn-map--folded");
  button.hidden = false;
  button.addEventListener("click", () => {
    box.classList.remove("osn-map--folded");
    button.hidden = true;
    box.scrollIntoView({ block: "start" });
    void show();
  });
}
