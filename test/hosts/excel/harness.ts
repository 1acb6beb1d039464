import assert from 'node:assert/strict';
import { openExcel, type OpenExcel } from '../../../src/hosts/excel/excelWorkbook';
import type { OfficeRuntime } from '../../../src/hosts/excel/office';
import type { ExcelHost, HostOptions } from '../../office-host/host';
import type { BookDescription, SheetDescription } from '../../office-host/model/description';
import { loadOffice } from '../../office-host/node';
import type { ContractBook, WorkbookHarness } from '../contract';

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
    sheets: sheets.map(({ name, rows, protected: isProtected }): SheetDescription => ({
      name,
      rows,
      ...(isProtected ? { protection: {} } : {}),
    })),
  };
}

const benches = new WeakMap<object, Bench>();

/** Runs the contract of all hosts against this one. */
export const excelHarness = (requirementSet: string): WorkbookHarness => ({
  make: async (book) => {
    const made = await bench({ workbook: describeContract(book), requirementSet });
    benches.set(made.workbook, made);
    return made.workbook;
  },
  reopen: async (workbook) => {
    const made = await benches.get(workbook)!.again();
    benches.set(made.workbook, made);
    return made.workbook;
  },
});
