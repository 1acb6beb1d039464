/** Where lines stand that are all of one height but for the opened one, which is `extra` higher. */
export interface LineGeometry {
  readonly count: number;
  readonly lineHeight: number;
  /** The opened line, 0-based; -1 for none. */
  readonly opened: number;
  readonly extra: number;
}

/** From the top of the list to the top of a line. */
export const offsetOf = ({ lineHeight, opened, extra }: LineGeometry, at: number): number =>
  at * lineHeight + (opened >= 0 && at > opened ? extra : 0);

export const heightOf = ({ lineHeight, opened, extra }: LineGeometry, at: number): number =>
  lineHeight + (at === opened ? extra : 0);

export const heightOfAll = (geometry: LineGeometry): number => offsetOf(geometry, geometry.count);

/** The line at a distance from the top of the list; the last one below it. */
export function lineAt(geometry: LineGeometry, y: number): number {
  const { count, lineHeight, opened, extra } = geometry;
  const below = opened >= 0 && y >= (opened + 1) * lineHeight;
  const plain = below ? Math.max(y - extra, opened * lineHeight) : y;
  return Math.max(0, Math.min(count - 1, Math.floor(plain / lineHeight)));
}
