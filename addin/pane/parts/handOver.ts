import type { Result } from '../../../src/core/problem';
import type { MadeFile, SheetsWritten } from '../../../src/ports/checker';
import { PANE_WORDS } from '../../../src/text/zh-CN/pane/shell';
import type { Notice, Busy } from '../session/paneState';
import type { PaneSession } from '../session/paneSession';
import { toSave } from '../session/toSave';
import { download } from './download';

/** Makes a file and has the browser keep it, wherever it keeps what is downloaded. */
export async function handOver(session: PaneSession, make: () => Promise<Result<MadeFile>>): Promise<void> {
  const made = await session.carryOut('make', make);
  if (!made) return;
  download(made);
  session.say({ kind: 'done', text: PANE_WORDS.downloaded(made.name) });
}

/** Writes sheets into the open workbook, and says what was left out of them. */
export async function writeSheets(
  session: PaneSession,
  write: (told: (busy: Busy) => void) => Promise<Result<SheetsWritten>>,
): Promise<void> {
  const written = await session.carryOut('write', write);
  if (!written) return;
  session.say(
    { kind: 'done', text: PANE_WORDS.wroteSheets(written.sheets) + toSave(session.parts) },
    ...written.notes.map((text): Notice => ({ kind: 'note', text })),
  );
}
