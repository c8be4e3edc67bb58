/** The stops of a route as the form of the page holds them. */
export interface Stop {
  readonly number: number;
  readonly latitude: HTMLInputElement;
  readonly longitude: HTMLInputElement;
  readonly known: HTMLSelectElement | null;
}

export function stopsOf(page: ParentNode): Stop[] {
  const stops: Stop[] = [];
  page.querySelectorAll<HTMLInputElement>('input[name$="-latitude"]:not([type="hidden"])').forEach((latitude) => {
    const prefix = latitude.name.replace(/-latitude$/, "");
    const longitude = page.querySelector<HTMLInputElement>(`input[name="${prefix}-longitude"]`);
    if (longitude) {
      stops.push({
        number: Number(prefix.replace(/\D/g, "")) + 1,
        latitude,
        longitude,
        known: page.querySelector<HTMLSelectElement>(`select[name="${prefix}-known"]`),
      });
    }
  });
  return stops;
}

/** Where a stop is, as [longitude, latitude]; nowhere while its fields are empty or no degrees. */
export function pointOf(stop: Stop): [number, number] | undefined {
  const latitude = degrees(stop.latitude.value, 90);
  const longitude = degrees(stop.longitude.value, 180);
  return latitude === undefined || longitude === undefined ? undefined : [longitude, latitude];
}

/** Writes where a mark was dropped into the fields; a known place would say otherwise, so it goes. */
export function write(stop: Stop, [longitude, latitude]: readonly [number, number]): void {
  stop.latitude.value = latitude.toFixed(5);
  stop.longitude.value = longitude.toFixed(5);
  if (stop.known) {
    stop.known.value = "";
  }
}

function degrees(text: string, most: number): number | undefined {
  const written = text.trim().replace(",", ".");
  const number = written === "" ? Number.NaN : Number(written);
  return Number.isFinite(number) && Math.abs(number) <= most ? number : undefined;
}
