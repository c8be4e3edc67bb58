/** Lets whoever takes a delivery sign by finger or mouse: the drawing goes along as the path of a picture. */
export function takeSignatures(document: Document): void {
  for (const box of document.querySelectorAll<HTMLElement>("[data-osn-sign]")) {
    const field = box.querySelector<SVGSVGElement>("svg");
    const path = box.querySelector<SVGPathElement>("path");
    const drawn = box.querySelector<HTMLInputElement>("input[name=drawn]");
    const again = box.querySelector<HTMLButtonElement>("button");
    if (field && path && drawn && again) {
      box.hidden = false;
      draw(field, (text) => {
        path.setAttribute("d", text);
        drawn.value = text;
      }, again);
    }
  }
}

/** What the server keeps at most: points of a picture of 600 by 200. */
export const MOST_POINTS = 2_000;

/** A point of the pointer as one of the picture. */
export function point(x: number, y: number, box: { left: number; top: number; width: number; height: number }): string {
  const within = (value: number, most: number): number => Math.max(0, Math.min(most, Math.round(value)));
  return `${within(((x - box.left) / box.width) * 600, 600)} ${within(((y - box.top) / box.height) * 200, 200)}`;
}

function draw(field: SVGSVGElement, tell: (path: string) => void, again: HTMLButtonElement): void {
  let points: string[] = [];
  let down = false;
  const add = (move: string, event: PointerEvent): void => {
    if (points.length < MOST_POINTS) {
      points.push(move + point(event.clientX, event.clientY, field.getBoundingClientRect()));
      tell(points.join(""));
    }
  };
  field.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    down = true;
    field.setPointerCapture(event.pointerId);
    add("M", event);
  });
  field.addEventListener("pointermove", (event) => {
    if (down) {
      add("L", event);
    }
  });
  for (const end of ["pointerup", "pointercancel"]) {
    field.addEventListener(end, () => {
      down = false;
    });
  }
  again.addEventListener("click", () => {
    points = [];
    tell("");
  });
}
