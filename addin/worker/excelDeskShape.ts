import type { Result } from '../../src/core/problem';
import type { WorkbookCapabilities } from '../../src/ports/liveWorkbook';
import type { ServiceShape } from './rpc/shape';

/** What the worker of the task pane does before it can check: it takes up the page's workbook. */
export interface ExcelDesk {
  open(workbook: WorkbookIdentity): Promise<Result<void>>;
}

/** What a `LiveWorkbook` says without being asked. */
export interface WorkbookIdentity {
  readonly name: string;
  readonly capabilities: WorkbookCapabilities;
}

export const EXCEL_DESK: ServiceShape<ExcelDesk> = { open: { takes: ['data'], gives: 'result' } };
