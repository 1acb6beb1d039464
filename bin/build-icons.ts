import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { encodePng } from './icons/png';
import { disc, draw, roundedBox, stroke, turned, type Layer } from './icons/raster';

/** The sizes, in pixels, that Office takes for its ribbon and its lists at all scalings. */
export const ICON_SIZES = [16, 20, 24, 32, 40, 48, 64, 80] as const;

const BLUE = [15, 108, 189] as const;
const GREEN = [16, 124, 16] as const;
const GREY = [97, 97, 97] as const;
const ROSE = [209, 90, 120] as const;
const WHITE = [255, 255, 255] as const;

const tick = (width: number, x: number, y: number, scale: number) =>
  stroke(width, [x - 0.5 * scale, y], [x - 0.12 * scale, y + 0.38 * scale], [x + 0.55 * scale, y - 0.42 * scale]);

/** A sheet of paper with three lines of a ledger. */
const sheet: readonly Layer[] = [
  { shape: roundedBox(0.1, 0.04, 0.8, 0.96, 0.08), colour: GREY },
  { shape: roundedBox(0.17, 0.11, 0.73, 0.89, 0.04), colour: WHITE },
  { shape: stroke(0.07, [0.28, 0.28], [0.62, 0.28]), colour: BLUE },
  { shape: stroke(0.07, [0.28, 0.46], [0.62, 0.46]), colour: BLUE },
  { shape: stroke(0.07, [0.28, 0.64], [0.42, 0.64]), colour: BLUE },
];

/** The add-in's own, the one for 检查台账, the one for 清除标记. */
export const ICONS: Readonly<Record<string, readonly Layer[]>> = {
  icon: [
    { shape: roundedBox(0.03, 0.03, 0.97, 0.97, 0.18), colour: BLUE },
    { shape: stroke(0.09, [0.2, 0.27], [0.8, 0.27]), colour: WHITE },
    { shape: tick(0.14, 0.5, 0.62, 0.44), colour: WHITE },
  ],
  check: [
    ...sheet,
    { shape: disc(0.7, 0.7, 0.3), colour: null },
    { shape: disc(0.7, 0.7, 0.26), colour: GREEN },
    { shape: tick(0.08, 0.69, 0.7, 0.24), colour: WHITE },
  ],
  clear: [
    { shape: stroke(0.08, [0.08, 0.92], [0.92, 0.92]), colour: GREY },
    { shape: turned(roundedBox(0.08, 0.3, 0.92, 0.66, 0.08), -45), colour: ROSE },
    { shape: turned(roundedBox(0.15, 0.37, 0.42, 0.59, 0.03), -45), colour: WHITE },
  ],
};

/** Every icon file by its name. */
export function iconFiles(): ReadonlyMap<string, Uint8Array> {
  return new Map(
    Object.entries(ICONS).flatMap(([name, layers]) =>
      ICON_SIZES.map((size) => [`${name}-${size}.png`, encodePng(size, draw(size, layers))] as const),
    ),
  );
}

if (require.main === module) {
  const folder = path.resolve(__dirname, '..', 'addin', 'assets');
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of iconFiles()) writeFileSync(path.join(folder, name), bytes);
}
