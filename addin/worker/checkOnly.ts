import { fail, ok, problem, type Result } from '../../src/core/problem';
import type { LiveWorkbook } from '../../src/ports/liveWorkbook';
import type { XlsxWorkbook } from '../../src/hosts/xlsx/xlsxWorkbook';
import type { LiveFile } from './workbenchDesk';

const refuse = (): Promise<Result<never>> => Promise.resolve(fail(problem('workbook-only-checked')));

/** A file that is read, checked and written to, but not edited: it says so to whatever asks for more. */
export function checkOnly(file: XlsxWorkbook): LiveFile {
  const rest: Omit<LiveWorkbook, 'name' | 'sheets' | 'readSheet' | 'revision' | 'write'> = {
    capabilities: { merges: true, marks: false, dropDowns: false, changes: false, edits: false },
    readArea: refuse,
    settings: () => Promise.resolve(ok(new Map())),
    saveSettings: refuse,
    writeSheets: refuse,
    mark: refuse,
    setDropDowns: refuse,
    appendRecords: refuse,
    clear: refuse,
    editCells: refuse,
  };
  return {
    ...rest,
    name: file.name,
    sheets: () => file.sheets(),
    readSheet: (name, pace) => file.readSheet(name, pace),
    revision: () => file.revision(),
    write: (plan, pace) => file.write(plan, pace),
    bytes: () => file.bytes(),
  };
}
