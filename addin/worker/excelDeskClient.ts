import type { Result } from '../../src/core/problem';
import { ok } from '../../src/core/problem';
import type { Checker } from '../../src/ports/checker';
import type { LiveWorkbook } from '../../src/ports/liveWorkbook';
import { EXCEL_DESK } from './excelDeskShape';
import type { Peer } from './rpc/peer';
import { CHECKER, LIVE_WORKBOOK } from './shapes';

/** Hands the page's workbook to the worker at the other end, and brings back its checker. */
export async function openExcelDesk(peer: Peer, workbook: LiveWorkbook): Promise<Result<Checker>> {
  peer.serve('workbook', LIVE_WORKBOOK, workbook);
  const { name, capabilities } = workbook;
  const opened = await peer.remote('desk', EXCEL_DESK).open({ name, capabilities });
  return opened.ok ? ok(peer.remote('checker', CHECKER)) : opened;
}
