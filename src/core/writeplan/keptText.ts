/**
 * Text as we keep it in XML parts of a workbook: characters that XML has no place for, or that reading it would change,
 * stand as `_x000D_`, the way cells have them.
 */
const UNWRITABLE =
  /_(?=x[0-9A-Fa-f]{4}_)|[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Any text as one that XML can hold; its own marks (`&`, `<`, …) are still to be escaped. */
export const keptText = (text: string): string =>
  text.replace(UNWRITABLE, (c) => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);

/** The text that `keptText` was given. */
export const textKept = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
