import { decodeUtf8 } from '../load/utf8';

/** A pack's files as parsed JSON, in the order of their paths, for what shows them and puts them back. */
export type Json = Readonly<Record<string, unknown>>;

/** The text of a file of a pack that loads: it is UTF-8. */
export const textOf = (file: Uint8Array | string): string =>
  typeof file === 'string' ? file : (decodeUtf8(file) ?? '');

export const asObject = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
export const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);
export const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The rules of a parsed file, in order; none for a file of another kind. */
export const rulesIn = (file: Json): readonly Json[] =>
  asList(file['rules'])
    .map(asObject)
    .filter(({ conditions }) => conditions !== undefined);

/** The words of a lexicon; null for a file of another kind. */
export const wordsIn = (path: string, file: Json): readonly string[] | null =>
  path.startsWith('lexicon/') && Array.isArray(file['words']) ? asList(file['words']).map(asText) : null;
