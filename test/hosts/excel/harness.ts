import assert from 'node:assert/strict';
import { formatArea } from '../../../src/hosts/excel/areas';
import { openExcel, type OpenExcel } from '../../../src/hosts/excel/excelWorkbook';
import type { OfficeRuntime } from '../../../src/hosts/excel/office';
import type { ExcelHost, HostOptions } from '../../office-host/host';
import type { BookDescription, ChartDescription, SheetDescription } from '../../office-host/model/description';
import { ExcelUser } from '../../office-host/user';
import { loadOffice } from '../../office-host/node';
import { columnLetters } from '../../../src/core/ledger/grid';
import type { CellEdit, LiveWorkbook } from '../../../src/ports/liveWorkbook';
import type { Workbook } from '../../../src/ports/workbook';
import type { ContractBook, WorkbookHarness } from '../contract';
import type { ChartSeen } from '../live/support';
import type { LiveHarness } from '../liveContract';

/** A workbook in an emulated Excel, as an add-in that has just started sees it. */
export interface Bench extends OpenExcel {
  readonly host: ExcelHost;
  /** Another add-in, or the same opened again, on the same workbook. */
  readonly again: () => Promise<Bench>;
}

export async function bench(options: HostOptions): Promise<Bench> {
  const { Excel, Office, host } = loadOffice(options);
  const runtime: OfficeRuntime = {
    Excel,
    isSetSupported: (version) => Office.context.requirements.isSetSupported('ExcelApi', version),
    documentUrl: `C:\\台账\\${options.workbook.name ?? 'Book1.xlsx'}`,
    documentSettings: Office.context.document.settings,
  };
  const attach = async (): Promise<Bench> => {
    const opened = await openExcel(runtime);
    assert.ok(opened.ok, JSON.stringify(opened));
    return { ...opened.value, host, again: attach };
  };
  return attach();
}

/** A contract's workbook as the emulated Excel takes it: texts are literal there. */
export function describeContract({ sheets, structureProtected }: ContractBook): BookDescription {
  return {
    name: '台账.xlsx',
    protected: structureProtected ?? false,
    sheets: sheets.map(
      ({ name, rows, merges = [], hiddenRows = [], formats = {}, validations = [], ...sheet }): SheetDescription => ({
        name,
        rows,
        merges: merges.map(formatArea),
        hiddenRows,
        styles: Object.entries(formats).map(([area, numberFormat]) => ({ area, style: { numberFormat } })),
        validations: validations.map((area) => ({ area: formatArea(area), validation: USERS_OWN })),
        ...(sheet.protected ? { protection: {} } : {}),
      }),
    ),
  };
}

/** A validation that a person set. */
const USERS_OWN = {
  rule: { wholeNumber: { formula1: 1, formula2: 99, operator: 'Between' } },
  errorAlert: {},
  prompt: {},
  ignoreBlanks: true,
};

const TYPES = { BarClustered: 'bar', LineMarkers: 'line' } as const;

/** A chart of the emulated Excel as the contract tells it; each series must name the same categories and type. */
function chartSeen({ type, place = '', series, looks = {} }: ChartDescription): ChartSeen {
  const [categories, ...others] = new Set(series.map((one) => one.categories));
  assert.deepEqual(others, []);
  for (const one of series) assert.equal(one.looks?.['chartType'], type);
  return {
    kind: TYPES[type as keyof typeof TYPES],
    title: String(looks['title.text']),
    valueTitle: String(looks['axes.value.title.text']),
    categories: categories ?? '',
    series: series.map(({ name, values = '' }) => ({ name, values })),
    covers: place,
  };
}

const benches = new WeakMap<object, Bench>();

/** Runs the contract of all hosts against this one. */
export const excelHarness = (requirementSet: string): LiveHarness & WorkbookHarness => ({
  make: async (book: ContractBook): Promise<LiveWorkbook> => {
    const made = await bench({ workbook: describeContract(book), requirementSet });
    benches.set(made.workbook, made);
    return made.workbook;
  },
  reopen: async (workbook: Workbook): Promise<LiveWorkbook> => {
    const made = await benches.get(workbook)!.again();
    benches.set(made.workbook, made);
    return made.workbook;
  },
  charts: (workbook: Workbook, sheet: string): Promise<readonly ChartSeen[]> => {
    const found = benches
      .get(workbook)!
      .host.describe()
      .sheets.find(({ name }) => name === sheet);
    return Promise.resolve((found?.charts ?? []).map(chartSeen));
  },
  type: async (workbook: Workbook, sheet: string, edits: readonly CellEdit[]): Promise<void> => {
    const { host } = benches.get(workbook)!;
    const user = new ExcelUser(host);
    for (const { row, column, value } of edits) {
      const place = `${columnLetters(column)}${row}`;
      if (value === null) user.clear(sheet, place);
      // A person who wants text puts an apostrophe before what Excel would take for a formula.
      else user.type(sheet, place, typeof value === 'string' && value.startsWith('=') ? `'${value}` : value);
    }
    // Excel tells of it afterwards.
    await host.quiet();
  },
});
