import { childOf, childrenOf } from './xmlTree';
import type { XlsxPackage } from './xlsxPackage';

/**
 * Codes of the number formats that files name by id only (ECMA-376 18.8.30), as Excel shows them in mainland China:
 * 27 to 36 and 50 to 58 are East Asian dates, 14 and 22 follow the system's short date.
 */
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [0, 'General'],
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [5, '"¥"#,##0;"¥"-#,##0'],
  [6, '"¥"#,##0;[Red]"¥"-#,##0'],
  [7, '"¥"#,##0.00;"¥"-#,##0.00'],
  [8, '"¥"#,##0.00;[Red]"¥"-#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  [14, 'yyyy/m/d'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'yyyy/m/d h:mm'],
  ...eastAsian([27, 36, 50, 52, 57], 'yyyy"年"m"月"'),
  ...eastAsian([28, 29, 51, 53, 54, 58], 'm"月"d"日"'),
  [30, 'm/d/yy'],
  [31, 'yyyy"年"m"月"d"日"'],
  [32, 'h"时"mm"分"'],
  [33, 'h"时"mm"分"ss"秒"'],
  ...eastAsian([34, 55], '上午/下午h"时"mm"分"'),
  ...eastAsian([35, 56], '上午/下午h"时"mm"分"ss"秒"'),
  [37, '#,##0;-#,##0'],
  [38, '#,##0;[Red]-#,##0'],
  [39, '#,##0.00;-#,##0.00'],
  [40, '#,##0.00;[Red]-#,##0.00'],
  [41, '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ '],
  [42, '_ "¥"* #,##0_ ;_ "¥"* -#,##0_ ;_ "¥"* "-"_ ;_ @_ '],
  [43, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '],
  [44, '_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ '],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mm:ss.0'],
  [48, '##0.0E+0'],
  [49, '@'],
]);

function eastAsian(ids: readonly number[], code: string): [number, string][] {
  return ids.map((id) => [id, code]);
}

/**
 * The number format code of every cell style, by style index, with one more `General` at the end for cells that name
 * a style the workbook doesn't have. Rejects with a `FileFault`.
 */
export async function readFormats(pkg: XlsxPackage): Promise<string[]> {
  if (pkg.stylesPart === null) return ['General'];
  const styles = await pkg.xml(pkg.stylesPart);
  const codes = new Map(BUILT_IN);
  for (const { attributes } of childrenOf(childOf(styles, 'numFmts'), 'numFmt'))
    if (attributes['numFmtId'] !== undefined && attributes['formatCode'] !== undefined)
      codes.set(Number(attributes['numFmtId']), attributes['formatCode']);
  const formats = childrenOf(childOf(styles, 'cellXfs'), 'xf').map(
    ({ attributes }) => codes.get(Number(attributes['numFmtId'] ?? 0)) ?? 'General',
  );
  // Excel allows 65,490 cell styles; a grid numbers them in 16 bits.
  return [...formats.slice(0, 0xffff), 'General'];
}
