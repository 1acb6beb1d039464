import assert from 'node:assert/strict';
import { unzipSync, strFromU8 } from 'fflate';
import { columnLetters } from '../../../src/core/ledger/grid';
import type { ChartSeen } from '../live/support';

/** The charts of a sheet as its drawing and chart parts tell them to whoever opens the file. */
export function chartsInFile(bytes: Uint8Array, sheet: string): readonly ChartSeen[] {
  const parts = unzipSync(bytes);
  const text = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  const targets = (part: string): ReadonlyMap<string, string> => {
    const slash = part.lastIndexOf('/');
    const found = text(`${part.slice(0, slash)}/_rels${part.slice(slash)}.rels`).matchAll(/<Relationship [^>]*>/g);
    return new Map(
      [...found].map(([tag]) => {
        const target = attribute(tag, 'Target');
        return [attribute(tag, 'Id'), target.startsWith('/') ? target.slice(1) : `${part.slice(0, slash)}/${target}`];
      }),
    );
  };
  const entry = [...text('xl/workbook.xml').matchAll(/<sheet [^>]*>/g)].find(
    ([tag]) => attribute(tag, 'name') === sheet,
  );
  const part = entry && targets('xl/workbook.xml').get(attribute(entry[0], 'r:id'));
  assert.ok(part, `no sheet ${sheet}`);
  const reference = /<drawing [^>]*>/.exec(text(part))?.[0];
  if (reference === undefined) return [];
  const drawing = targets(part).get(attribute(reference, 'r:id')) ?? '';
  return [...text(drawing).matchAll(/<xdr:twoCellAnchor[\s\S]*?<\/xdr:twoCellAnchor>/g)].map(([anchor]) =>
    chartIn(text(targets(drawing).get(attribute(anchor, 'r:id')) ?? ''), anchor),
  );
}

function chartIn(chart: string, anchor: string): ChartSeen {
  const kind = chart.includes('<c:barChart>') ? 'bar' : 'line';
  const titles = [...chart.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, title = '']) => title);
  const series = [...chart.matchAll(/<c:ser>[\s\S]*?<\/c:ser>/g)].map(([one]) => ({
    name: first(one, /<c:tx><c:v>([^<]*)</),
    categories: place(first(one, /<c:cat>[\s\S]*?<c:f>([^<]*)</)),
    values: place(first(one, /<c:val>[\s\S]*?<c:f>([^<]*)</)),
  }));
  const [fromColumn = 0, fromRow = 0, toColumn = 0, toRow = 0] = [...anchor.matchAll(/<xdr:(?:col|row)>(\d+)</g)].map(
    ([, n]) => Number(n),
  );
  return {
    kind,
    title: titles[0] ?? '',
    valueTitle: titles[1] ?? '',
    categories: series[0]?.categories ?? '',
    series: series.map(({ name, values }) => ({ name, values })),
    covers: `${columnLetters(fromColumn + 1)}${fromRow + 1}:${columnLetters(toColumn)}${toRow}`,
  };
}

const attribute = (tag: string, name: string): string => first(tag, new RegExp(`[ <]${name}="([^"]*)"`));
const first = (text: string, pattern: RegExp): string => pattern.exec(text)?.[1] ?? '';

/** `A1:A2` of `'趋势'!$A$1:$A$2`, `A1` of `'趋势'!$A$1:$A$1`. */
function place(reference: string): string {
  const [from, to] = reference
    .slice(reference.lastIndexOf('!') + 1)
    .replaceAll('$', '')
    .split(':');
  return from === to ? (from ?? '') : `${from}:${to}`;
}
