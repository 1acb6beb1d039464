import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { FindingQuery } from '../../../src/ports/checker';
import { row } from '../ledgers';
import { ALL, book, bookWith, checked, findingsIn, linesOf } from './support';

const UNITS = ['办公室', '法律援助中心', '', '相关股室', '办公室、法律援助中心'];
const LIMITS = ['2021-10-08', '2021-10-10', '2021-11-30', '尽快', '', '10月32日'];
const STATUSES = ['办理中', '已办结', ''];

const anyRow = fc.record({
  unit: fc.constantFrom(...UNITS),
  limit: fc.constantFrom(...LIMITS),
  status: fc.constantFrom(...STATUSES),
  leader: fc.constantFrom('', '测试乙', '测试乙、测试丙'),
});

const anyQuery: fc.Arbitrary<FindingQuery> = fc.record({
  group: fc.constantFrom('case', 'rule', 'unit'),
  severities: fc.subarray(['error', 'warning', 'notice'] as const),
  states: fc.subarray(['overdue', 'dueSoon', 'onTrack', 'cannotJudge'] as const),
  show: fc.constantFrom('open', 'unjudged', 'aside'),
  search: fc.constantFrom('', '办公室', '超期', 'C-1', 'ｃ－１', '没有这样的词', '办公室 缺'),
});

const rowsOf = (cases: readonly { unit: string; limit: string; status: string; leader: string }[]) =>
  cases.map(({ unit, limit, status, leader }, at) =>
    row(at + 1, { 责任股室: unit, 办理时限: limit, 办理状态: status, 包案负责人: leader }),
  );

describe('the list of findings', () => {
  it('concatenates page by page to exactly what it counts, whatever is asked', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyRow, { minLength: 1, maxLength: 12 }),
        fc.array(anyQuery, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 9 }),
        async (cases, queries, page) => {
          const { checker } = await checked(book(...rowsOf(cases)));
          for (const query of queries) {
            const counted = await checker.findings(query);
            const lines = await linesOf(checker, query, page);
            const findings = findingsIn(lines);
            assert.equal(lines.length, counted.lines);
            assert.equal(findings.length, counted.findings);
            assert.equal(new Set(findings.map(({ row }) => row)).size, counted.cases);
            assert.equal(new Set(findings.map(({ key }) => key)).size, findings.length);
            let due = 0;
            for (const line of lines) {
              if (line.kind === 'finding') due--;
              else {
                assert.equal(due, 0, 'a group ends where its count says');
                assert.ok(line.count > 0);
                due = line.count;
              }
            }
            assert.equal(due, 0);
            const keys = [...findings.map(({ key }) => key), 'overdue:nobody', ''];
            assert.deepEqual(
              await checker.places(query, keys),
              keys.map((key) => lines.findIndex((line) => line.kind === 'finding' && line.finding.key === key)),
            );
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('has the same findings in whatever order the rows stand', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRow, { minLength: 2, maxLength: 10 }), fc.nat(), async (cases, turn) => {
        const rows = rowsOf(cases);
        const at = turn % rows.length;
        const turned = [...rows.slice(at), ...rows.slice(0, at)];
        const keys = async (own: readonly (readonly string[])[]): Promise<string[]> =>
          findingsIn(await linesOf((await checked(book(...own))).checker))
            .map(({ key }) => key)
            .sort();
        assert.deepEqual(await keys(turned), await keys(rows));
      }),
      { numRuns: 20 },
    );
  });

  const LATE = row(1, { 办理时限: '2021-10-08', 责任股室: '办公室' });
  const VAGUE = row(2, { 办理时限: '尽快', 责任股室: '法律援助中心' });

  it('puts what can be mended first, then what weighs more, then what is due sooner', async () => {
    const { checker } = await checked(book(VAGUE, LATE, row(3, { 办理时限: '2021-10-07' })));
    const errors = findingsIn(await linesOf(checker, { severities: ['error'], group: 'rule' }));
    assert.deepEqual(
      errors.slice(0, 2).map(({ caseLabel }) => caseLabel),
      ['C-3', 'C-1'],
    );
    const ranks = findingsIn(await linesOf(checker, { group: 'rule' })).map(
      ({ mendable, severity }) => (mendable ? 0 : 3) + ['error', 'warning', 'notice'].indexOf(severity),
    );
    const firstOfGroups = ranks.filter((rank, at) => at === 0 || rank !== ranks[at - 1]);
    assert.deepEqual(
      firstOfGroups,
      [...firstOfGroups].sort((a, b) => a - b),
    );
  });

  it('groups by case, rule and unit under headings a clerk knows', async () => {
    const { checker } = await checked(book(LATE, VAGUE));
    const titles = async (group: FindingQuery['group']): Promise<string[]> =>
      (await linesOf(checker, { group })).flatMap((line) => (line.kind === 'group' ? [line.title] : []));
    assert.deepEqual(await titles('unit'), ['办公室', '法律援助中心']);
    assert.equal((await titles('case'))[0], 'C-1　测**　办公室');
    assert.ok((await titles('rule')).includes('超期未办结'));
  });

  it('is searched by number, unit, title and finding, full width and half width alike', async () => {
    const { checker } = await checked(book(LATE, VAGUE));
    const labels = async (search: string): Promise<string[]> => [
      ...new Set(findingsIn(await linesOf(checker, { search })).map(({ caseLabel }) => caseLabel)),
    ];
    assert.deepEqual(await labels('Ｃ－２'), ['C-2']);
    assert.deepEqual(await labels('法律援助'), ['C-2']);
    assert.deepEqual(await labels('邻里'), ['C-1', 'C-2']);
    assert.deepEqual(await labels('超期'), ['C-1']);
    assert.deepEqual(await labels('办公室 超期'), ['C-1']);
    assert.deepEqual(await labels('法律 超期'), []);
  });

  it('says what, why and what next of what could not be judged', async () => {
    const { checker } = await checked(book(row(1, { 办理时限: '10月32日' })));
    const unjudged = findingsIn(await linesOf(checker, { show: 'unjudged' }));
    const overdue = unjudged.find(({ rule }) => rule === 'overdue');
    assert.equal(overdue?.outcome, 'cannotJudge');
    assert.equal(overdue?.cell, 'L3');
    assert.match(overdue?.what ?? '', /L3.*10月32日/);
    assert.match(overdue?.next ?? '', /超期未办结/);
    assert.equal((await checker.findings({ ...ALL, show: 'unjudged' })).findings, unjudged.length);
  });

  it('names nobody who petitioned, in any line', async () => {
    const personal = { 诉求人: '试百丁', 联系电话: '13900002222', 诉求内容: '试百丁请求补偿，电话13900002222' };
    const { checker } = await checked(
      bookWith(['住址', '标题'], {
        row: row(1, { ...personal, 办理时限: '' }),
        more: ['试验村一组九号', '试百丁来访'],
      }),
    );
    const said = JSON.stringify([
      await linesOf(checker),
      await linesOf(checker, { show: 'unjudged' }),
      await checker.today(),
      await checker.caseAt(3),
      await checker.reminders(),
      await checker.mapping(),
    ]);
    for (const secret of ['试百丁', '13900002222', '试验村一组九号']) assert.ok(!said.includes(secret), secret);
    assert.ok(said.includes('试**'));
  });
});
