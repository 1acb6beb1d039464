import type { Problem } from '../problem';
import type { SheetGrid } from './grid';
import { complete, duplicate, openSheet } from './headedSheet';
import { splitNames } from './splitNames';

/** The sheet on which the inspectors from outside (社会督查员) are registered. */
export const INSPECTOR_SHEET = '社会督查员';

/** One inspector, and whose cases are kept from this one as registered. */
export interface Inspector {
  readonly name: string;
  /** '' where none is registered. */
  readonly unit: string;
  readonly villages: readonly string[];
  /** 回避亲属 */
  readonly kin: readonly string[];
}

export interface Inspectors {
  readonly rows: readonly Inspector[];
  readonly problems: readonly Problem[];
}

const HEADINGS = {
  姓名: ['姓名', '督查员', '社会督查员'],
  单位: ['单位', '工作单位', '所在单位'],
  村居: ['村居', '村（居）', '居住地', '所在村居'],
  回避亲属: ['回避亲属', '亲属', '回避人员', '回避'],
} as const;

const LIST = /[、,，;；/／\n\r]+/u;

/** Reads 社会督查员; a row without a name, or with one that is there already, does not count. */
export function readInspectors(grid: SheetGrid): Inspectors {
  const problems: Problem[] = [];
  const sheet = openSheet(grid, INSPECTOR_SHEET, { headings: HEADINGS, needed: ['姓名'] }, problems);
  const rows = new Map<string, Inspector>();
  for (const row of sheet?.rows ?? []) {
    if (!sheet || !complete(sheet, row, ['姓名'], problems)) continue;
    const name = splitNames(sheet.text(row, '姓名'))[0] ?? '';
    if (rows.has(name)) duplicate(sheet, row, '姓名', problems);
    else
      rows.set(name, {
        name,
        unit: sheet.text(row, '单位').replace(/\s+/gu, ''),
        villages: sheet
          .text(row, '村居')
          .split(LIST)
          .map((one) => one.replace(/\s+/gu, ''))
          .filter((one) => one !== ''),
        kin: splitNames(sheet.text(row, '回避亲属')),
      });
  }
  return { rows: [...rows.values()], problems };
}
