import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { REPORTS } from '../../../src/app/reports/registry';
import { civilDay } from '../../../src/core/dates/civil';
import { problem } from '../../../src/core/problem';
import type { ReportKind } from '../../../src/core/reports/report';
import type { OwnedSheetId } from '../../../src/core/writeplan/plan';
import { openXlsx, type XlsxWorkbook } from '../../../src/hosts/xlsx/xlsxWorkbook';
import type { Checker, ReportPreview } from '../../../src/ports/checker';
import { ledger, row } from '../ledgers';
import { book, bookWith, checked, checkerOver, codes, SHEET, value } from './support';

const TODAY = civilDay(2021, 10, 20);
const SHEETS: readonly ReportKind[] = REPORTS.filter(({ ending }) => ending === 'xlsx').map(({ kind }) => kind);
const DOCUMENTS: readonly ReportKind[] = REPORTS.filter(({ ending }) => ending === 'docx').map(({ kind }) => kind);

async function checkedMessy(): Promise<{ readonly checker: Checker; readonly workbook: XlsxWorkbook }> {
  const bytes = new Uint8Array(readFileSync(path.resolve('samples/messy.xlsx')));
  const workbook = value(await openXlsx('messy.xlsx', bytes));
  const { checker } = await checked(workbook, { today: TODAY });
  return { checker, workbook };
}

const textOf = (preview: ReportPreview): string =>
  preview.kind === 'sheets'
    ? preview.parts.map(({ rows }) => rows.map((cells) => cells.join('\t')).join('\n')).join('\n')
    : preview.parts.map(({ lines }) => lines.join('\n')).join('\n');

describe('reports of a checked workbook', () => {
  it('are all offered, by title, ending and what they hold', async () => {
    const offers = await (await checkerOver(book(row(1)))).reports();
    assert.deepEqual(
      offers.map(({ kind, ending }) => [kind, ending]),
      REPORTS.map(({ kind, ending }) => [kind, ending]),
    );
    for (const { title, holds } of offers) {
      assert.ok(title.length > 1 && holds.length > 10, title);
      assert.doesNotMatch(title + holds, /[a-z]/i);
    }
  });

  it('can’t be had before a check', async () => {
    const checker = await checkerOver(book(row(1)));
    assert.deepEqual(codes(await checker.previewReport('weekly')), ['not-checked']);
    assert.deepEqual(codes(await checker.makeReport('summary')), ['not-checked']);
    assert.equal(await checker.campaign(), null);
  });

  it('show what they begin with, and no petitioner by name', async () => {
    const secret = '测试甲乙丙';
    const { checker } = await checked(
      book(row(1, { 诉求人: secret, 诉求内容: `${secret}反映道路损坏` }), row(2, { 诉求人: secret })),
    );
    for (const { kind } of REPORTS) {
      const preview = await checker.previewReport(kind);
      if (!preview.ok) {
        assert.deepEqual(codes(preview), ['report-nothing-due'], kind);
        continue;
      }
      assert.deepEqual(structuredClone(preview), preview);
      assert.ok(preview.value.parts.length > 0, kind);
      assert.ok(!textOf(preview.value).includes(secret), kind);
    }
  });

  it('begin as the file does', async () => {
    const { checker } = await checkedMessy();
    const preview = value(await checker.previewReport('weekly'));
    assert.ok(preview.kind === 'sheets');
    assert.deepEqual(preview.parts.map(({ name }) => name).slice(0, 2), ['局长一页', '周调度单']);
    const weekly = preview.parts[1];
    assert.match(weekly?.rows[0]?.[0] ?? '', /周调度单/);
    assert.ok(weekly?.rows.some((cells) => cells[0] === '编号'));
    assert.ok((weekly?.more ?? 0) > 0);
  });

  for (const kind of SHEETS) {
    it(`makes ${kind} a workbook with the sheets that are written into the open one`, async () => {
      const { checker, workbook } = await checkedMessy();
      const { name, bytes } = value(await checker.makeReport(kind));
      assert.match(name, /^[\p{Script=Han}]+-2021-10-20\.xlsx$/u);
      const made = value(await openXlsx(name, bytes));
      const before = value(await workbook.sheets());
      const written = value(await checker.writeReport(kind));
      assert.deepEqual(
        value(await made.sheets())
          .filter(({ visible }) => visible)
          .map((sheet) => sheet.name),
        written.sheets,
      );
      const own = value(await workbook.sheets()).slice(before.length);
      for (const { owned } of own) assert.match(owned ?? '', new RegExp(`^report\\.${kind}(\\.|$)`));
      value(await checker.clear());
      assert.deepEqual(value(await workbook.sheets()), before);
    });
  }

  for (const kind of DOCUMENTS) {
    it(`makes ${kind} a document, and no sheet of it`, async () => {
      const { checker } = await checkedMessy();
      const { name, bytes } = value(await checker.makeReport(kind));
      assert.match(name, /-2021-10-20\.docx$/);
      assert.ok((unzipSync(bytes)['word/document.xml']?.length ?? 0) > 1000);
      assert.deepEqual(codes(await checker.writeReport(kind)), ['report-not-sheets']);
      const preview = value(await checker.previewReport(kind));
      assert.ok(preview.kind === 'documents' && (preview.parts[0]?.lines.length ?? 0) > 0);
    });
  }

  it('say so where there is nothing to issue', async () => {
    const { checker } = await checked(book());
    assert.deepEqual(codes(await checker.previewReport('notices')), ['report-nothing-due']);
  });

  it('take away a sheet that an earlier write made and this one has not, and say so', async () => {
    const rows = [
      { row: row(1), more: [''] },
      { row: row(2), more: ['检举控告'] },
    ];
    const workbook = bookWith(['信访目的'], ...rows);
    const { checker } = await checked(workbook, { today: TODAY });
    const first = value(await checker.writeReport('weekly'));
    assert.ok(first.sheets.includes('回避件'));
    assert.deepEqual(first.notes, []);
    workbook.putSheet({ name: SHEET, rows: ledger(row(1)) });
    value(await checker.check({ sheet: SHEET, today: TODAY }));
    const second = value(await checker.writeReport('weekly'));
    assert.ok(!second.sheets.includes('回避件'));
    assert.deepEqual(second.notes, ['“回避件”是以前写入的，这次没有这张表，已删去。']);
    const there = value(await workbook.sheets());
    assert.ok(!there.some(({ name }) => name === '回避件'));
  });

  it('leave one that an inspector has filled in, and those of other reports', async () => {
    const workbook = book();
    const { checker } = await checked(workbook, { today: TODAY });
    const list = (owned: OwnedSheetId, name: string, score: number | string): void =>
      workbook.putSheet({
        name,
        owned,
        rows: [
          ['编号', '督查评分'],
          ['C-1', score],
        ],
      });
    list('report.sampling.inspector8', '督查员八', '');
    list('report.sampling.inspector9', '督查员九', 90);
    list('report.weekly.kept', '回避件', '');
    const { notes } = value(await checker.writeReport('sampling'));
    assert.deepEqual(notes, [
      '“督查员九”是以前写入的，这次没有这张表；表中填有督查评分，原样留着。读回评分后请删去，以免误用。',
      '“督查员八”是以前写入的，这次没有这张表，已删去。',
    ]);
    const left = value(await workbook.sheets()).map(({ name }) => name);
    assert.ok(left.includes('督查员九') && left.includes('回避件') && !left.includes('督查员八'));
  });

  it('say so where a sheet from before can’t be taken away', async () => {
    const workbook = book();
    const { checker } = await checked(workbook, { today: TODAY });
    workbook.putSheet({ name: '回避件', owned: 'report.weekly.kept', rows: [] });
    workbook.hooks.before = (operation) => (operation === 'removeSheets' ? problem('no-sheet-left-to-show') : null);
    const { notes } = value(await checker.writeReport('weekly'));
    assert.deepEqual(notes, ['“回避件”是以前写入的，这次没有这张表，没能删去；请自行删去，以免误用。']);
  });

  it('say which phase of the campaign the day is in', async () => {
    const { checker } = await checkedMessy();
    const states = async (): Promise<readonly string[]> =>
      (await checker.campaign())?.phases.map(({ state }) => state) ?? [];
    assert.deepEqual(await states(), ['past', 'past', 'now', 'later']);
    value(await checker.check({ sheet: null, today: civilDay(2021, 8, 27) }));
    assert.deepEqual(await states(), ['now', 'later', 'later', 'later']);
    value(await checker.check({ sheet: null, today: civilDay(2022, 1, 4) }));
    assert.deepEqual(await states(), ['past', 'past', 'past', 'past']);
  });
});
