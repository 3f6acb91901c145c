import { quantity, type Quantity } from "../../Quantity.ts";

/**
 * How long to record, in seconds, so that a leak stands out: until it has grown to `times` (3) × the noise. Record whole
 * load cycles on top: at least three, or there is no floor to compare.
 *
 * @param leakBytesPerDay the smallest leak that should be found
 * @param noiseBytes how far the floor moves by itself (`fitFloor(…).noise`)
 */
export function minimumRecording(options: {
  leakBytesPerDay: number;
  noiseBytes: number | Quantity;
  times?: number;
}): Quantity {
  const noise = typeof options.noiseBytes === "number" ? options.noiseBytes : options.noiseBytes.value;
  if (!(options.leakBytesPerDay > 0)) return quantity(Infinity, "s");
  return quantity((((options.times ?? 3) * noise) / options.leakBytesPerDay) * 86_400, "s");
}
