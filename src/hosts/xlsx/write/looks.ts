import type { Look } from '../../../core/writeplan/looks';
import type { CellLook } from './cellXml';

export { LINK_COLOR, LOOKS, type Look } from '../../../core/writeplan/looks';

/** The alignment of a style's cells; dates stand centred so that a column of them reads as one. */
export function alignmentXml(look: Look, kind: CellLook, prefix: string): string {
  const horizontal = look.horizontal ?? (kind === 'day' ? 'center' : undefined);
  const across = horizontal === undefined ? '' : ` horizontal="${horizontal}"`;
  return `<${prefix}alignment${across} vertical="center" wrapText="1"/>`;
}

/** The fill of a look as Excel itself writes it, or null for none. */
export function fillXml(look: Look, prefix: string): string | null {
  if (look.fill === undefined) return null;
  const colours = `<${prefix}fgColor rgb="${look.fill}"/><${prefix}bgColor indexed="64"/>`;
  const pattern = `<${prefix}patternFill patternType="solid">${colours}</${prefix}patternFill>`;
  return `<${prefix}fill>${pattern}</${prefix}fill>`;
}

/** The border of a look as Excel itself writes it, or null for none. */
export function borderXml(look: Look, prefix: string): string | null {
  if (look.border === 'none') return null;
  const color = `<${prefix}color indexed="64"/>`;
  const sides = ['left', 'right', 'top', 'bottom'];
  const lines = sides.map((side) => `<${prefix}${side} style="${look.border}">${color}</${prefix}${side}>`);
  return `<${prefix}border>${lines.join('')}<${prefix}diagonal/></${prefix}border>`;
}
