/**
 * Writes `rules/calendar.json` from the data of the chinese-days package (its Date functions are not used: they
 * answer by the machine's zone). Run with `npx tsx bin/build-calendar.ts` after updating that package.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';

interface ChineseDays {
  readonly holidays: Readonly<Record<string, string>>;
  readonly workdays: Readonly<Record<string, string>>;
}

interface CalendarYear {
  /** Title of the arrangement's document; absent where the package names none that is official. */
  readonly document?: string;
  readonly off: Readonly<Record<string, string>>;
  readonly work: Readonly<Record<string, string>>;
}

/** Where the State Council's General Office amended the year's arrangement by a second document. */
const AMENDED: Readonly<Record<number, string>> = {
  2015: '国务院关于中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日调休放假的通知',
  2019: '国务院办公厅关于调整2019年劳动节假期安排的通知',
  2020: '国务院办公厅关于延长2020年春节假期的通知',
};

/** For 2005 the package cites a second-hand source only. */
const WITHOUT_DOCUMENT: ReadonlySet<number> = new Set([2005]);

const documentOf = (year: number): string | undefined => {
  if (WITHOUT_DOCUMENT.has(year)) return undefined;
  const amended = AMENDED[year];
  const title = `国务院办公厅关于${year}年部分节假日安排的通知`;
  return amended === undefined ? title : `${title}；${amended}`;
};

/** The package writes `English,中文,n`; the Chinese name is what a clerk knows. */
function chineseName(entry: string): string {
  const name = entry.split(',')[1];
  if (name === undefined || name === '') throw new Error(`chinese-days entry without a Chinese name: ${entry}`);
  return name;
}

function daysOf(entries: Readonly<Record<string, string>>, year: string): Record<string, string> {
  const days = Object.keys(entries).filter((day) => day.startsWith(`${year}-`));
  return Object.fromEntries(days.sort().map((day) => [day, chineseName(entries[day] ?? '')]));
}

async function buildCalendar(): Promise<void> {
  const packageFolder = join(__dirname, '..', 'node_modules', 'chinese-days');
  const data = JSON.parse(readFileSync(join(packageFolder, 'dist', 'chinese-days.json'), 'utf8')) as ChineseDays;
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  const names = [...new Set(Object.keys(data.holidays).map((day) => day.slice(0, 4)))].sort();
  const years: Record<string, CalendarYear> = {};
  for (const year of names) {
    const document = documentOf(Number(year));
    years[year] = {
      ...(document === undefined ? {} : { document }),
      off: daysOf(data.holidays, year),
      work: daysOf(data.workdays, year),
    };
  }
  const source = `国务院办公厅历年节假日安排的通知，经 chinese-days ${version}（MIT）整理`;
  const calendar = { $schema: './schema/calendar.schema.json', source, years };
  const target = join(__dirname, '..', 'rules', 'calendar.json');
  const style = await resolveConfig(target);
  writeFileSync(target, await format(JSON.stringify(calendar), { ...style, printWidth: 120, filepath: target }));
}

void buildCalendar();
