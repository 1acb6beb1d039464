import { workbookContract } from '../contract';
import { liveWorkbookContract } from '../liveContract';
import { excelHarness } from './harness';

for (const set of ['1.15', '1.13', '1.9', '1.7']) {
  workbookContract(`Excel with ExcelApi ${set}`, excelHarness(set));
  liveWorkbookContract(`Excel with ExcelApi ${set}`, excelHarness(set));
}
