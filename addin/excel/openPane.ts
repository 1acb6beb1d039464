import { ok, type Result } from '../../src/core/problem';
import { openExcel } from '../../src/hosts/excel/excelWorkbook';
import { runtimeOf } from '../../src/hosts/excel/office';
import { createRuleSite } from '../../src/hosts/ruleSite/ruleSite';
import type { PaneParts } from '../pane/paneParts';
import { machineDay } from '../start/clock';
import { openExcelDesk } from '../worker/excelDeskClient';
import { createBreathe } from '../worker/rpc/breathe';
import { workerChannel } from '../worker/rpc/channels';
import { createPeer } from '../worker/rpc/peer';

/** Always asks the site whether a rule file has changed: rules are changed there without a build. */
const rules = createRuleSite((address) => fetch(address, { cache: 'no-cache' }), 'rules/');

/** Takes up the workbook in Excel, starts the worker that checks it, and gives it the site's rules. */
export async function openPane(office: typeof Office, excel: typeof Excel): Promise<Result<Omit<PaneParts, 'orders'>>> {
  const worker = new Worker(new URL('../worker/excelWorker.ts', import.meta.url));
  const [workbook, files] = await Promise.all([openExcel(runtimeOf(office, excel)), rules.read()]);
  if (!workbook.ok) return workbook;
  if (!files.ok) return files;
  const peer = createPeer(workerChannel(worker), createBreathe());
  const checker = await openExcelDesk(peer, workbook.value.workbook);
  if (!checker.ok) return checker;
  const pack = await checker.value.useRules(files.value);
  if (!pack.ok) return pack;
  const { name, capabilities } = workbook.value.workbook;
  return ok({
    checker: checker.value,
    events: workbook.value.events,
    file: name,
    capabilities,
    pack: pack.value,
    today: machineDay,
    host: 'excel',
  });
}
