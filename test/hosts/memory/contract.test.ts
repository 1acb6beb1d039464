import { MemoryWorkbook } from '../../../src/hosts/memory/memoryWorkbook';
import { workbookContract } from '../contract';

workbookContract('memory', {
  make: (book) => Promise.resolve(new MemoryWorkbook(book)),
  reopen: (workbook) => Promise.resolve(workbook),
});
