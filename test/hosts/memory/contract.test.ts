import { MemoryWorkbook } from '../../../src/hosts/memory/memoryWorkbook';
import { workbookContract, type ContractBook } from '../contract';
import { liveWorkbookContract } from '../liveContract';

const make = (book: ContractBook): Promise<MemoryWorkbook> => Promise.resolve(new MemoryWorkbook(book));

workbookContract('memory', { make, reopen: (workbook) => Promise.resolve(workbook) });
liveWorkbookContract('memory', { make, reopen: (workbook) => Promise.resolve(workbook) });
