import type { WriteReport } from './plan';

type Note = WriteReport['notes'][number];

/** What an older Excel leaves out of every sheet: said once for all of them. */
const MERGED: ReadonlySet<string> = new Set([
  'charts-left-out',
  'charts-plain',
  'page-setup-left-out',
  'page-setup-too-old',
]);

/** Notes that say the same of several sheets as one, which names them all and counts together what it counts. */
export function mergeNotes(notes: readonly Note[]): readonly Note[] {
  const merged = new Map<string, Note>();
  notes.forEach((note, at) => {
    const key = MERGED.has(note.code) ? note.code : String(at);
    const before = merged.get(key);
    merged.set(key, before ? { code: note.code, params: together(before.params, note.params) } : note);
  });
  return [...merged.values()];
}

function together(a: Note['params'], b: Note['params']): Note['params'] {
  return Object.fromEntries(
    Object.entries(a).map(([key, one]) => {
      const other = b[key] ?? '';
      return [key, typeof one === 'number' && typeof other === 'number' ? one + other : `${one}”、“${other}`];
    }),
  );
}
