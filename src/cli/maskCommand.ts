import path from 'node:path';
import { maskOrderFor } from '../app/maskedCopy/maskOrder';
import { Cancelled } from '../core/cancel';
import { loadRulePack } from '../core/check/loadRulePack';
import { maskStatement } from '../core/masking/statement';
import { ok, problem, type Result } from '../core/problem';
import { nodeCodec } from '../hosts/xlsx/inflateNode';
import { copyForOutside } from '../hosts/xlsx/maskedCopy';
import { deflateByNode } from '../hosts/xlsx/write/deflateNode';
import type { MaskReport } from '../ports/masking';
import { MASK_WORDS, sayMasked } from '../text/zh-CN/masking';
import { readLedgerFile } from './ledgerFile';
import type { MaskOptions } from './maskArguments';
import { openNodeXlsx } from './openNodeXlsx';
import { checkOutput, writeAtomically } from './outputFile';
import { paceOf, reasonOf } from './pace';
import { readRuleFolders } from './ruleFolders';
import { ExitStatus, PipeClosed, refuse, type Terminal } from './terminal';

/** `appeals mask`: a copy of the workbook to hand out, personal data hidden in every part of it; the ledger is only read. */
export async function maskCommand(options: MaskOptions, terminal: Terminal): Promise<ExitStatus> {
  try {
    const done = await carryOut(options, terminal);
    if (!done.ok) return refuse(terminal, done.problems);
    terminal.clearProgress();
    const lines = sayMasked(options.out, done.value);
    await terminal.print(lines.map((line) => `${line}\n`).join('')).catch((error: unknown) => {
      if (!(error instanceof PipeClosed)) throw error;
    });
    return ExitStatus.fine;
  } catch (error) {
    if (error instanceof Cancelled) return refuse(terminal, [problem('cancelled')]);
    return refuse(terminal, [problem('unexpected-failure', { reason: reasonOf(error) })]);
  }
}

async function carryOut(options: MaskOptions, terminal: Terminal): Promise<Result<MaskReport | null>> {
  const { ledger, out, force } = options;
  const allowed = await checkOutput(out, ledger, force);
  if (!allowed.ok) return allowed;
  const rules = await readRuleFolders([options.rules ?? terminal.defaultRules]);
  if (!rules.ok) return rules;
  const pack = loadRulePack(rules.value[0]?.files ?? new Map(), undefined);
  if (!pack.ok) return pack;
  const bytes = await readLedgerFile(ledger);
  if (!bytes.ok) return bytes;
  const pace = paceOf(terminal);
  pace.begin('reading');
  const name = path.basename(ledger);
  const workbook = await openNodeXlsx(name, bytes.value);
  if (!workbook.ok) return workbook;
  const masks = options.keepNames ? ok(null) : await maskOrderFor(workbook.value, pack.value, pace);
  if (!masks.ok) return masks;
  pace.begin('writing');
  const copy = await copyForOutside(
    {
      name,
      bytes: bytes.value,
      masks: masks.value,
      statement: (report) => maskStatement(report, MASK_WORDS),
    },
    { codec: nodeCodec, deflate: deflateByNode },
    pace,
  );
  if (!copy.ok) return copy;
  if (terminal.signal.aborted) throw new Cancelled();
  const saved = await writeAtomically(out, copy.value.bytes, force);
  return saved.ok ? ok(copy.value.report) : saved;
}
