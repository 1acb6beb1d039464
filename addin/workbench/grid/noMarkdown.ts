/** In place of `marked`, which the grid brings for Markdown cells; we have none. */
export function marked(): never {
  throw new Error('no cell of ours is Markdown');
}
