import * as React from 'react';
import type { CivilDay } from '../../../src/core/dates/civil';
import type { TimelineRun } from '../../../src/ports/checker';
import { CASE_WORDS, type TimelineTotals } from '../../../src/text/zh-CN/pane/case';
import { DAY, DAY_SHAPES, todayPath } from './dayShapes';
import { layOutTimeline, totalsOf, type DayKind, type MonthRow } from './timelineLayout';

/** The drawing's own units; it is as wide as the pane lets it be. */
const LABELS = 58;
const WIDTH = LABELS + 31 * DAY.step + 3;
const HEAD = 14;
const ROW = 18;
/** Days that are numbered above the columns. */
const NUMBERED = [1, 5, 10, 15, 20, 25, 30];

/** The days of a period on a calendar, a month a row, to be counted by hand. */
export function DueTimeline(props: {
  readonly runs: readonly TimelineRun[];
  readonly today: CivilDay;
}): JSX.Element | null {
  const { runs, today } = props;
  const totals = totalsOf(runs);
  if (totals === null) return null;
  const rows = layOutTimeline(runs, today);
  const hasToday = rows.some((row) => row.kind === 'month' && row.today !== null);
  return (
    <figure className="case-calendar">
      <svg
        role="img"
        aria-label={CASE_WORDS.calendar(totals)}
        viewBox={`0 0 ${WIDTH} ${HEAD + rows.length * ROW}`}
        className="case-days"
      >
        {NUMBERED.map((day) => (
          <text key={day} className="day-number" x={left(day) + DAY.width / 2} y={10} textAnchor="middle">
            {day}
          </text>
        ))}
        {rows.map((row, at) => {
          const top = HEAD + at * ROW;
          return row.kind === 'month' ? (
            <Month key={at} row={row} top={top} />
          ) : (
            <text key={at} className="month" x={0} y={top + 13}>
              {CASE_WORDS.gap(row)}
            </text>
          );
        })}
      </svg>
      <Legend totals={totals} today={hasToday ? today : null} />
    </figure>
  );
}

const left = (day: number): number => LABELS + (day - 1) * DAY.step;

function Month({ row, top }: { readonly row: MonthRow; readonly top: number }): JSX.Element {
  const { year, month, tellsYear, blocks, today } = row;
  return (
    <g>
      <text className="month" x={0} y={top + 13}>
        {CASE_WORDS.month(year, month, tellsYear)}
      </text>
      {blocks.map(({ kind, name, first, last }) => (
        <path
          key={first}
          className={dayClass(kind)}
          d={Array.from({ length: last - first + 1 }, (_, at) => DAY_SHAPES[kind].path(left(first + at), top + 4)).join(
            '',
          )}
        >
          {name !== '' && <title>{name}</title>}
        </path>
      ))}
      {today !== null && <path className="day today" d={todayPath(left(today), top + 4)} />}
    </g>
  );
}

const dayClass = (kind: DayKind): string => `day ${kind} ${DAY_SHAPES[kind].look}`;

/** What each kind of day looks like, and how many there are. */
function Legend(props: { readonly totals: TimelineTotals; readonly today: CivilDay | null }): JSX.Element {
  const { totals, today } = props;
  const kinds: readonly DayKind[] = [
    'start',
    'counted',
    ...(totals.madeUp > 0 ? (['madeUp'] as const) : []),
    ...(totals.skipped > 0 ? (['skipped'] as const) : []),
    ...(totals.rolled > 0 ? (['rolled'] as const) : []),
    'due',
  ];
  return (
    <ul className="case-legend">
      {kinds.map((kind) => (
        <li key={kind}>
          <Swatch className={dayClass(kind)} d={DAY_SHAPES[kind].path(2, 2)} /> {CASE_WORDS.days[kind](totals)}
        </li>
      ))}
      {today !== null && (
        <li>
          <Swatch className="day today" d={todayPath(2, 2)} /> {CASE_WORDS.today(today)}
        </li>
      )}
    </ul>
  );
}

const Swatch = (props: { readonly className: string; readonly d: string }): JSX.Element => (
  <svg className="swatch" viewBox="0 0 9 14" aria-hidden="true" focusable="false">
    <path {...props} />
  </svg>
);
