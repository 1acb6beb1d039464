/** 机构名册 and 人员名册 of the samples: the plan's units, invented people. */
import type ExcelJS from 'exceljs';
import { LEADERS, UNITS, type Cell } from './cases';
import { companion } from './workbook';

export function rosterSheets(book: ExcelJS.Workbook): void {
  const units: Cell[][] = UNITS.map((unit, n) => [
    unit,
    unit.endsWith('司法所') ? '司法所' : '股室',
    LEADERS[n % LEADERS.length] ?? null,
    unit === '法律援助中心' ? '县法律援助中心、援助中心' : unit === '县公证处' ? '公证处' : null,
  ]);
  companion(book, '机构名册', [['机构', '组别', '分管领导', '别名'], ...units]);
  companion(book, '人员名册', [
    ['姓名', '职务', '机构', '任职起', '任职止'],
    ...LEADERS.map((name, n): Cell[] => [name, n === 0 ? '局长' : '副局长', null, '2019-01-01', null]),
  ]);
}
