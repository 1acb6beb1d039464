import { createChecker } from '../../src/app/checker/createChecker';
import type { CheckerParts } from '../../src/app/checker/desk';
import type { Speech } from '../../src/core/check/speech';
import { packSheet } from '../../src/core/ledger/packedTexts';
import { fail, ok, problem, type Result } from '../../src/core/problem';
import type { Checker } from '../../src/ports/checker';
import type { LiveWorkbook } from '../../src/ports/liveWorkbook';
import type { CopySink } from '../../src/ports/masking';
import type { OpenFile } from '../../src/ports/workbench';
import { readOnce } from './readOnce';
import type { Peer } from './rpc/peer';
import { CHECKER, OPEN_FILE } from './shapes';
import { withPatterns } from './withPatterns';

/** A workbook's file that is worked in, and can be saved as it stands. */
export interface LiveFile extends LiveWorkbook {
  /** The bytes of the file with everything typed and written so far. */
  save(): Promise<Result<Uint8Array>>;
}

export type OpenLiveFile = (name: string, bytes: Uint8Array) => Promise<Result<LiveFile>>;

/** Serves the workbook that is open in the workbench, and the check over it; both live in this thread. */
export function serveWorkbenchDesk(
  peer: Peer,
  openFile: OpenLiveFile,
  speech: Speech,
  reporting: Pick<CheckerParts, 'reports' | 'sink'> & { readonly copiesOf?: (file: LiveFile) => CopySink },
  breathe: () => Promise<void>,
): void {
  let file: LiveFile | null = null;
  let rules: ReadonlyMap<string, Uint8Array> | null = null;
  const withFile = <T>(work: (file: LiveFile) => Promise<Result<T>>): Promise<Result<T>> =>
    file ? work(file) : Promise.resolve(fail(problem('no-file-open')));

  const serveChecker = async (workbook: LiveFile): Promise<void> => {
    const { copiesOf, ...reports } = reporting;
    const copies = copiesOf === undefined ? {} : { copies: copiesOf(workbook) };
    const checker = withPatterns(createChecker({ workbook, speech, breathe, ...reports, ...copies }));
    const keeping: Checker = {
      ...checker,
      async useRules(files) {
        const used = await checker.useRules(files);
        if (used.ok) rules = files;
        return used;
      },
    };
    // The pack in use outlives the file: the next one is checked by it too.
    if (rules) await checker.useRules(rules);
    peer.serve('checker', CHECKER, keeping);
  };

  const openNow: OpenFile = {
    async open(name, bytes) {
      const opened = await openFile(name, bytes);
      if (!opened.ok) return opened;
      const next = readOnce(opened.value);
      const sheets = await next.sheets();
      if (!sheets.ok) return sheets;
      await serveChecker(next);
      file = next;
      return ok({ name: file.name, capabilities: file.capabilities, sheets: sheets.value });
    },
    sheets: () => withFile((one) => one.sheets()),
    readSheet: (sheet) =>
      withFile(async (one) => {
        const read = await one.readSheet(sheet, { breathe });
        return read.ok ? ok(packSheet(read.value)) : read;
      }),
    readArea: (sheet, area) => withFile((one) => one.readArea(sheet, area)),
    editCells: (sheet, edits) => withFile((one) => one.editCells(sheet, edits)),
    bytes: () => withFile((one) => one.save()),
  };
  peer.serve('file', OPEN_FILE, openNow);
}
