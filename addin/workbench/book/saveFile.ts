import { fail, ok, problem, type Result } from '../../../src/core/problem';
import { WORKBENCH_WORDS } from '../../../src/text/zh-CN/pane/workbench';
import { download } from '../../pane/parts/download';

/** A place on disk that the browser lets the page write to, once a person has chosen it. */
export interface SavePlace {
  readonly name: string;
  createWritable(): Promise<{ write(bytes: Uint8Array): Promise<void>; close(): Promise<void> }>;
}

type ShowSavePicker = (options: object) => Promise<SavePlace>;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Where it was saved; `place` lets it be saved there again. Null: the person thought better of it. */
export type Saved = { readonly name: string; readonly place: SavePlace | null } | null;

/** What a copy is called: after the file, so that the original stays. */
export function copyName(name: string): string {
  const stem = name.replace(/\.[^.]*$/, '');
  const { copySuffix } = WORKBENCH_WORDS;
  return `${stem.endsWith(copySuffix) ? stem : stem + copySuffix}.xlsx`;
}

/** Asks where to save; null where the browser has no such dialog, or keeps it from this page. */
async function askPlace(name: string): Promise<SavePlace | 'cancelled' | null> {
  const show = (window as { showSaveFilePicker?: ShowSavePicker }).showSaveFilePicker;
  if (!show) return null;
  try {
    return await show.call(window, {
      suggestedName: name,
      types: [{ description: 'Excel', accept: { [XLSX]: ['.xlsx'] } }],
    });
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError' ? 'cancelled' : null;
  }
}

/**
 * Saves to the place at hand, else where the person says, else as a download.
 * @param bytes asked for only after the person has said where: the dialog must follow the click at once
 */
export async function saveFile(
  name: string,
  at: SavePlace | null,
  bytes: () => Promise<Result<Uint8Array>>,
): Promise<Result<Saved>> {
  const place = at ?? (await askPlace(name));
  if (place === 'cancelled') return ok(null);
  const content = await bytes();
  if (!content.ok) return content;
  if (!place) {
    download({ name, bytes: content.value });
    return ok({ name, place: null });
  }
  try {
    const file = await place.createWritable();
    await file.write(content.value);
    await file.close();
    return ok({ name: place.name, place });
  } catch (error) {
    const detail = error instanceof Error ? error.name : '';
    return fail(problem('file-not-saved', { file: place.name, detail }));
  }
}
