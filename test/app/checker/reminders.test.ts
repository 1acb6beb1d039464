import assert from 'node:assert/strict';
import { row } from '../ledgers';
import { book, bookWith, checked } from './support';

const LATE = { 办理时限: '2021-10-08' };

describe('reminders to units', () => {
  it('are one text a unit, with numbered lines that say what and what next', async () => {
    const { checker } = await checked(
      book(row(1, LATE), row(2, { ...LATE, 责任股室: '法律援助中心' }), row(3, { ...LATE, 包案负责人: '' })),
    );
    const texts = await checker.reminders();
    assert.deepEqual(texts.map(({ unit, cases }) => [unit, cases]).sort(), [
      ['办公室', 2],
      ['法律援助中心', 1],
    ]);
    const office = texts.find(({ unit }) => unit === '办公室')?.text.split('\n') ?? [];
    assert.equal(office[0], '办公室：');
    assert.match(office[1] ?? '', /截至 2021年10月9日.*2 件/);
    assert.match(office[2] ?? '', /^1\. C-\d（测\*\*）：.*已超期 1 天/);
    assert.match(office[3] ?? '', /^2\. C-\d/);
    assert.ok(texts.every(({ text }) => !text.includes('测试甲') && !text.includes('13800001111')));
  });

  it('tell a case of several units to each, and one without a unit under its own heading', async () => {
    const { checker } = await checked(
      book(row(1, { ...LATE, 责任股室: '办公室（牵头）、法律援助中心' }), row(2, { 责任股室: '' })),
    );
    assert.deepEqual(
      (await checker.reminders()).map(({ unit }) => unit).sort(),
      ['办公室', '法律援助中心', '（未明确责任股室）'].sort(),
    );
  });

  it('keep a case from the unit or person complained of, and tell it apart', async () => {
    const headings = ['信访目的', '被反映单位（人）'];
    const { checker } = await checked(
      bookWith(
        headings,
        { row: row(1, LATE), more: ['检举控告', '局办公室工作人员'] },
        { row: row(2, LATE), more: ['检举控告', '测试乙'] },
        { row: row(3, LATE), more: ['检举控告', ''] },
        { row: row(4, LATE), more: ['检举控告', '某村委会'] },
        { row: row(5, LATE), more: ['申诉求决', ''] },
      ),
    );
    const texts = await checker.reminders();
    const office = texts.find(({ unit }) => unit === '办公室');
    assert.equal(office?.cases, 2);
    assert.deepEqual([...(office?.text.matchAll(/C-\d/g) ?? [])].map(([label]) => label).sort(), ['C-4', 'C-5']);
    const apart = texts[texts.length - 1];
    assert.equal(apart?.cases, 3);
    for (const label of ['C-1', 'C-2', 'C-3']) assert.ok(apart?.text.includes(label), label);
  });

  it('name a hundred cases and count the rest', async () => {
    const { checker } = await checked(book(...Array.from({ length: 103 }, (_, at) => row(at + 1, LATE))));
    const [only] = await checker.reminders();
    assert.equal(only?.cases, 103);
    assert.match(only?.text ?? '', /103 件/);
    assert.match(only?.text ?? '', /\n100\. C-\d+/);
    assert.match(only?.text ?? '', /另有 3 件/);
  });

  it('are none where nothing is to be mended', async () => {
    const { checker } = await checked(
      bookWith(['甄别分类'], { row: row(1, { 办理时限: '2021-10-31' }), more: ['政策内合理'] }),
    );
    const mendable = (await checker.caseAt(3))?.findings.filter((finding) => finding.mendable) ?? [];
    assert.equal((await checker.reminders()).length, mendable.length === 0 ? 0 : 1);
  });
});
