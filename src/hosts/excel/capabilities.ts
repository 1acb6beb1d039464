import type { WorkbookCapabilities } from '../../ports/liveWorkbook';
import type { ExcelSession } from './session';

/** What this Excel can do, by its requirement sets. */
export function capabilitiesOf(session: ExcelSession): WorkbookCapabilities {
  return {
    merges: session.has('1.13'),
    marks: session.has('1.6'),
    dropDowns: session.has('1.8'),
    changes: session.has('1.7'),
    charts: session.has('1.7'),
    pages: session.has('1.9'),
    // Excel is the editor: the page has no grid of its own.
    edits: false,
  };
}
