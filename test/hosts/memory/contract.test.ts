import { formatArea } from '../../../src/hosts/excel/areas';
import { MemoryWorkbook } from '../../../src/hosts/memory/memoryWorkbook';
import type { CellRun } from '../../../src/core/writeplan/plan';
import type { LiveWorkbook } from '../../../src/ports/liveWorkbook';
import { workbookContract, type ContractBook } from '../contract';
import type { ChartSeen } from '../live/support';
import { liveWorkbookContract } from '../liveContract';

const make = (book: ContractBook): Promise<MemoryWorkbook> => Promise.resolve(new MemoryWorkbook(book));

const place = ({ column, first, last }: CellRun): string =>
  formatArea({ top: first, bottom: last, left: column, right: column });

function charts(workbook: LiveWorkbook, sheet: string): Promise<readonly ChartSeen[]> {
  const found = (workbook as MemoryWorkbook).standing.find(({ name }) => name === sheet);
  return Promise.resolve(
    (found?.charts ?? []).map(({ kind, title, valueTitle, categories, series, from, to }) => ({
      ...{ kind, title, valueTitle },
      categories: place(categories),
      series: series.map(({ name, values }) => ({ name, values: place(values) })),
      covers: formatArea({ top: from.row, left: from.column, bottom: to.row - 1, right: to.column - 1 }),
    })),
  );
}

workbookContract('memory', { make, reopen: (workbook) => Promise.resolve(workbook) });
liveWorkbookContract('memory', { make, reopen: (workbook) => Promise.resolve(workbook), charts });
