/** A shape in a unit square, y downwards: how far a point is inside (negative) or outside of it. */
export type Shape = (x: number, y: number) => number;

export interface Layer {
  readonly shape: Shape;
  /** Red, green, blue; null cuts what lies below away. */
  readonly colour: readonly [number, number, number] | null;
}

export const roundedBox =
  (left: number, top: number, right: number, bottom: number, radius: number): Shape =>
  (x, y) => {
    const dx = Math.abs(x - (left + right) / 2) - (right - left) / 2 + radius;
    const dy = Math.abs(y - (top + bottom) / 2) - (bottom - top) / 2 + radius;
    return Math.min(Math.max(dx, dy), 0) + Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) - radius;
  };

export const disc =
  (cx: number, cy: number, radius: number): Shape =>
  (x, y) =>
    Math.hypot(x - cx, y - cy) - radius;

/** A line through points, with round ends. */
export const stroke =
  (width: number, ...points: readonly (readonly [number, number])[]): Shape =>
  (x, y) =>
    Math.min(
      ...points.slice(1).map(([bx, by], i) => {
        const [ax, ay] = points[i] ?? [bx, by];
        const along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2);
        const t = Math.min(Math.max(along, 0), 1);
        return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay));
      }),
    ) -
    width / 2;

/** A shape turned about the middle of the square, in degrees. */
export function turned(shape: Shape, degrees: number): Shape {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return (x, y) => shape(0.5 + (x - 0.5) * cos + (y - 0.5) * sin, 0.5 - (x - 0.5) * sin + (y - 0.5) * cos);
}

/** Samples across a pixel's side. */
const FINE = 4;

/** Layers over one another on nothing, as RGBA. */
export function draw(size: number, layers: readonly Layer[]): Uint8Array {
  const rgba = new Uint8Array(size * size * 4);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const sum = [0, 0, 0];
      let covered = 0;
      for (let s = 0; s < FINE * FINE; s++) {
        const colour = colourAt(
          layers,
          (x + ((s % FINE) + 0.5) / FINE) / size,
          (y + (Math.floor(s / FINE) + 0.5) / FINE) / size,
        );
        if (!colour) continue;
        covered++;
        colour.forEach((value, channel) => (sum[channel] = (sum[channel] ?? 0) + value));
      }
      if (covered === 0) continue;
      rgba.set(
        [...sum.map((value) => Math.round(value / covered)), Math.round((255 * covered) / FINE ** 2)],
        (y * size + x) * 4,
      );
    }
  }
  return rgba;
}

function colourAt(layers: readonly Layer[], x: number, y: number): Layer['colour'] {
  for (let i = layers.length - 1; i >= 0; i--) {
    const layer = layers[i];
    if (layer && layer.shape(x, y) <= 0) return layer.colour;
  }
  return null;
}
