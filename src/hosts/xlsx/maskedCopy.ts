import type { Pace } from '../../core/cancel';
import type { Result } from '../../core/problem';
import type { OwnedSheet } from '../../core/writeplan/plan';
import type { MaskOrder, MaskReport } from '../../ports/masking';
import { attempt, FileFault } from './fault';
import { maskWorkbook } from './mask/maskWorkbook';
import { carryOut } from './write/carryOut';
import { deflateByFflate } from './write/deflate';
import { openPackage } from './xlsxPackage';
import type { XlsxOptions } from './xlsxWorkbook';

/** A workbook's file, and how it is handed out. */
export interface CopyOrder {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** null: nothing is hidden. */
  readonly masks: MaskOrder | null;
  /** The sheet that says what was done; it goes last. */
  readonly statement: (report: MaskReport | null) => OwnedSheet;
}

/**
 * Makes the bytes of a copy that leaves the office. Problems: `mask-macros` and the like for what can't be masked,
 * `workbook-structure-protected`, and what reading can find.
 */
export function copyForOutside(
  { name, bytes, masks, statement }: CopyOrder,
  options: XlsxOptions,
  pace: Pace = {},
): Promise<Result<{ readonly bytes: Uint8Array; readonly report: MaskReport | null }>> {
  const { deflate = deflateByFflate } = options;
  const open = async (file: Uint8Array) => {
    const opened = await openPackage(name, file, options);
    if (!opened.ok) throw new FileFault(opened.problems[0]!);
    return opened.value;
  };
  return attempt(name, async () => {
    const done = masks === null ? null : await maskWorkbook(await open(bytes), masks, deflate, pace);
    const pkg = await open(done?.bytes ?? bytes);
    const report = done?.report ?? null;
    const plan = { ledgerSheet: null, columns: null, sheets: [statement(report)] };
    const written = await carryOut(pkg, plan, deflate, pace);
    return { bytes: written.bytes, report };
  });
}
