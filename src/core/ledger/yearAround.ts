import type { SheetGrid } from './grid';
import { textAt } from './cells';

const FORM_DATE = /(?:填报|填表|制表|编制|报送|上报|更新|统计|截止|截至)[^\d]{0,8}(?:时间|日期)?/u;
const YEAR = /(?<!\d)((?:19|20)\d{2})\s*(?:年|[-./－．／]\s*\d{1,2}(?!\d{2})|〔|\]|〕|度)/gu;
const CHINESE_YEAR = /([一二][九〇零○OＯ0])([〇零○OＯ0一二三四五六七八九])([〇零○OＯ0一二三四五六七八九])年/gu;
const DIGITS: Readonly<Record<string, string>> = {
  〇: '0',
  零: '0',
  '○': '0',
  O: '0',
  Ｏ: '0',
  '0': '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

/**
 * The year that a sheet's title, else its 填报时间 line, else its name gives to dates written without one; null where
 * none of them names exactly one year.
 */
export function yearOfSheet(grid: SheetGrid, headerTop: number): number | null {
  const titles: string[] = [];
  const lines: string[] = [];
  for (let i = 0; i < grid.rows.length && (grid.rows[i] ?? 0) < headerTop; i++) {
    const texts = grid.columns.map((column) => textAt(grid, column, i)).filter((text) => text !== '');
    // A label and its date may stand in two cells: 填报时间： | 2021年9月1日.
    const isForm = texts.some((text) => FORM_DATE.test(text));
    for (const text of texts) (isForm ? lines : titles).push(text);
  }
  return oneYear(titles) ?? oneYear(lines) ?? oneYear([grid.sheet]);
}

/** 2020-2022年: a span of years says nothing of a single row. */
const YEARS = /(?:19|20)\d{2}年?\s*[-—–~～至到、]\s*(?:19|20)\d{2}/u;

function oneYear(texts: readonly string[]): number | null {
  const years = new Set<number>();
  for (const text of texts) {
    const ascii = text.normalize('NFKC');
    if (YEARS.test(ascii)) return null;
    for (const match of ascii.matchAll(YEAR)) years.add(Number(match[1]));
    for (const match of ascii.matchAll(CHINESE_YEAR)) {
      years.add(Number([...match[0].slice(0, 4)].map((digit) => DIGITS[digit] ?? digit).join('')));
    }
  }
  const [year] = years;
  return years.size === 1 && year !== undefined ? year : null;
}
