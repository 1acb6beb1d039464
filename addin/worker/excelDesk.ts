import { createChecker } from '../../src/app/checker/createChecker';
import type { CheckerParts } from '../../src/app/checker/desk';
import { ok } from '../../src/core/problem';
import type { Speech } from '../../src/core/check/speech';
import type { LiveWorkbook } from '../../src/ports/liveWorkbook';
import { EXCEL_DESK } from './excelDeskShape';
import type { Peer } from './rpc/peer';
import { CHECKER, LIVE_WORKBOOK } from './shapes';
import { withPatterns } from './withPatterns';

/** Serves the check of a workbook that stays on the page's thread. */
export function serveExcelDesk(
  peer: Peer,
  speech: Speech,
  reporting: Pick<CheckerParts, 'reports' | 'sink'>,
  breathe: () => Promise<void>,
): void {
  peer.serve('desk', EXCEL_DESK, {
    open({ name, capabilities }) {
      const workbook: LiveWorkbook = { ...peer.remote('workbook', LIVE_WORKBOOK), name, capabilities };
      peer.serve('checker', CHECKER, withPatterns(createChecker({ workbook, speech, breathe, ...reporting })));
      return Promise.resolve(ok(undefined));
    },
  });
}
