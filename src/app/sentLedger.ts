import type { SheetGrid } from '../core/ledger/grid';
import { fail, ok, problem, type Result } from '../core/problem';
import type { Outcomes } from '../core/rules/outcome';
import type { SheetInfo, Workbook } from '../ports/workbook';
import { checkLedger, type CheckRequest } from './checkLedger';
import type { CheckResult } from './checkResult';
import { keptSettings } from './keptSettings';

/**
 * A ledger as one thread has read and checked it, for another one to take up: plain data that can be sent. What was
 * read of the workbook, and what every rule says of every case; the rest is worked out where it is asked for.
 */
export interface SentLedger {
  readonly name: string;
  readonly revision: string;
  readonly sheets: readonly SheetInfo[];
  readonly grids: readonly SheetGrid[];
  readonly settings: ReadonlyMap<string, string>;
  readonly outcomes: Outcomes;
}

/**
 * Checks a ledger and answers it in the form that can be sent.
 * @throws Cancelled when `pace.signal` says so
 */
export async function checkToSend(request: CheckRequest): Promise<Result<SentLedger>> {
  const { workbook } = request;
  const sheets = await workbook.sheets();
  if (!sheets.ok) return sheets;
  const settings = await keptSettings(workbook);
  if (!settings.ok) return settings;
  const grids = new Map<string, SheetGrid>();
  const recording = new ReadWorkbook(
    workbook.name,
    await workbook.revision(),
    sheets.value,
    settings.value,
    async (name) => {
      const known = grids.get(name);
      if (known) return ok(known);
      const read = await workbook.readSheet(name, request.pace);
      if (read.ok) grids.set(name, read.value);
      return read;
    },
  );
  const result = await checkLedger({ ...request, workbook: recording });
  if (!result.ok) return result;
  return ok({
    name: workbook.name,
    revision: await workbook.revision(),
    sheets: sheets.value,
    grids: [...grids.values()],
    settings: settings.value,
    outcomes: result.value.checked.outcomes,
  });
}

/** The check of a ledger that another thread has done: everything a check answers, without doing it again. */
export function takeUp(
  sent: SentLedger,
  request: Omit<CheckRequest, 'workbook' | 'evaluator'>,
): Promise<Result<CheckResult>> {
  const workbook = new ReadWorkbook(sent.name, sent.revision, sent.sheets, sent.settings, (name) => {
    const grid = sent.grids.find(({ sheet }) => sheet === name);
    // What the other thread did not need, or could not read: a sheet of charts.
    return Promise.resolve(grid ? ok(grid) : fail(problem('sheet-has-no-cells', { sheet: name })));
  });
  const evaluator = () => ({ evaluate: () => Promise.resolve(sent.outcomes) });
  return checkLedger({ ...request, workbook, evaluator });
}

/** What can change hands without a copy. */
export function buffersOf({ grids, outcomes }: SentLedger): ArrayBuffer[] {
  const arrays = [
    ...grids.flatMap(({ rows, columns, hiddenRows, hiddenColumns }) => [
      rows,
      hiddenRows,
      hiddenColumns,
      ...columns.flatMap(({ kinds, numbers, styles }) => (styles ? [kinds, numbers, styles] : [kinds, numbers])),
    ]),
    ...outcomes.rules.flatMap(({ high, low, wantsColumn }) => [high, low, wantsColumn]),
  ];
  return [...new Set(arrays.map(({ buffer }) => buffer))].filter((buffer) => buffer instanceof ArrayBuffer);
}

/** A workbook of which everything that a check asks for is there, or comes from elsewhere; nothing is written to it. */
class ReadWorkbook implements Workbook {
  constructor(
    readonly name: string,
    private readonly revised: string,
    private readonly infos: readonly SheetInfo[],
    private readonly kept: ReadonlyMap<string, string>,
    readonly readSheet: (name: string) => Promise<Result<SheetGrid>>,
  ) {}

  sheets(): Promise<Result<readonly SheetInfo[]>> {
    return Promise.resolve(ok(this.infos));
  }

  settings(): Promise<Result<ReadonlyMap<string, string>>> {
    return Promise.resolve(ok(this.kept));
  }

  revision(): Promise<string> {
    return Promise.resolve(this.revised);
  }

  write(): never {
    throw new Error('a workbook that was only read is not written to');
  }
}
