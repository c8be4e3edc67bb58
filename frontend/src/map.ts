/** The small part of the map every map page loads; MapLibre itself follows when the map is to be seen. */

import { foldMap } from "./map/fold";

for (const box of document.querySelectorAll<HTMLElement>("[data-osn-map]")) {
  foldMap(box, window.matchMedia("(min-width: 900px)").matches, async () => {
    if (box.dataset["route"] === undefined) {
      const { show } = await import("./map/show");
      await show(box);
    } else {
      const { showRoute } = await import("./map/route");
      await showRoute(box);
    }
  });
}
