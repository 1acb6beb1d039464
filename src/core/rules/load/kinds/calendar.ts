import { ymd, type CivilDay } from '../../../dates/civil';
import type { CalendarData } from '../../pack';
import type { Members, Reading } from '../reading';
import { TEXT, entriesOf, fileShape, may, must, objectOf, shape } from '../shape';
import type { FileKind } from './kind';

const DAY_KEYS = '^[0-9]{4}-[0-9]{2}-[0-9]{2}$';

const YEAR = shape({
  document: may('国务院办公厅放假安排的通知。', TEXT),
  source: may('出处。', TEXT),
  off: must('放假的日子：日期和节日名。', entriesOf(TEXT, DAY_KEYS)),
  work: must('调休上班的周六、周日：日期和所调的节日。', entriesOf(TEXT, DAY_KEYS)),
});

/** `calendar.json`: what differs from Monday to Friday, year by year. */
export const CALENDAR: FileKind<CalendarData> = {
  id: 'calendar',
  says: '节假日和调休',
  files: ['calendar.json'],
  shape: fileShape({
    source: may('整理的出处。', TEXT),
    years: must('按年列出；没有列出的年份，凡涉及其节假日的一律无法判定。', entriesOf(objectOf(YEAR), '^[0-9]{4}$')),
  }),
  read(root, reading) {
    const top = reading.object(root, this.shape);
    if (!top) return null;
    reading.text(top, 'source');
    const years = new Set<number>();
    const off = new Map<CivilDay, string>();
    const work = new Map<CivilDay, string>();
    for (const [key, { offset, value }] of reading.entries(top.get('years')?.value, 'years')) {
      if (!/^\d{4}$/.test(key)) {
        reading.refuse(offset, 'rules-year-invalid', { value: key });
        continue;
      }
      const members = reading.object(value, YEAR, key);
      if (!members) continue;
      years.add(Number(key));
      reading.text(members, 'document');
      reading.text(members, 'source');
      readDays(members, 'off', Number(key), off, work, reading);
      readDays(members, 'work', Number(key), work, off, reading);
    }
    return { years, off, work };
  },
};

function readDays(
  members: Members,
  key: 'off' | 'work',
  year: number,
  days: Map<CivilDay, string>,
  others: ReadonlyMap<CivilDay, string>,
  reading: Reading,
): void {
  for (const [date, { offset, value }] of reading.entries(members.get(key)?.value, key)) {
    const day = reading.dayOf({ kind: 'string', offset, value: date }, key);
    const name = reading.textOf(value, date);
    if (day === null || name === null) continue;
    if (ymd(day).year !== year) reading.refuse(offset, 'rules-day-outside-year', { value: date, year });
    else if (others.has(day)) reading.refuse(offset, 'rules-day-off-and-work', { value: date });
    days.set(day, name);
  }
}
