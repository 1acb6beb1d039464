import assert from 'node:assert/strict';
import { MARK_COLORS } from '../../../src/core/writeplan/looks';
import { sayProblem } from '../../../src/text/zh-CN/problems';
import { ExcelUser } from '../../office-host/user';
import { bench } from './harness';
import { bookOf, ledger } from './ledgers';

const MARKS = [
  { cell: 'B4', look: 'error' },
  { cell: 'C6', look: 'notice' },
] as const;

describe('Excel: marks', () => {
  it('have the colours that a file gives them', async () => {
    const { host, workbook } = await bench({ workbook: bookOf(ledger(6)), requirementSet: '1.15' });
    assert.ok((await workbook.mark('台账', MARKS)).ok);
    const formats = host.describe().sheets[0]!.conditionalFormats!;
    assert.deepEqual(
      formats.map(({ areas, format }) => [areas.join(), format.fill, format.fontColor]).sort(),
      [
        ['B4', MARK_COLORS.error],
        ['C6', MARK_COLORS.notice],
      ].map(([cell, look]) => {
        const { fill, color } = look as { fill: string; color: string };
        return [cell, `#${fill.slice(2)}`, `#${color.slice(2)}`];
      }),
    );
  });

  for (const requirementSet of ['1.15', '1.8'])
    it(`are taken away again where rows moved since they were read (ExcelApi ${requirementSet})`, async () => {
      const { host, workbook } = await bench({ workbook: bookOf(ledger(6)), requirementSet });
      assert.ok((await workbook.readSheet('台账')).ok);
      const before = host.describe();
      host.resetCounters();
      assert.ok((await workbook.mark('台账', MARKS)).ok);
      const trips = host.counters.syncs;
      assert.ok((await workbook.mark('台账', [])).ok);
      assert.deepEqual(host.describe(), before);
      const restore = host.book.capture();
      const process = host.process.bind(host);
      // Later than the last trip nobody can know.
      for (let moment = 1; moment <= trips; moment++) {
        let trip = 0;
        host.process = (body) => {
          if (++trip === moment) new ExcelUser(host).sort('台账', 'A2:D8', 0, false);
          return process(body);
        };
        const marked = await workbook.mark('台账', MARKS);
        host.process = process;
        assert.ok(!marked.ok, `before trip ${moment} of ${trips}`);
        assert.equal(marked.problems[0]!.code, 'marks-rows-moved');
        assert.match(sayProblem(marked.problems[0]!), /已撤下颜色标记/);
        assert.deepEqual(host.describe().sheets[0]!.conditionalFormats, before.sheets[0]!.conditionalFormats);
        new ExcelUser(host).sort('台账', 'A2:D8', 0, true);
      }
      restore();
    });
});

describe('Excel: what the file host left in a workbook', () => {
  it('is known for ours, and goes when all of ours goes', async () => {
    const left = ledger(4, {
      conditionalFormats: [
        {
          id: 'f1',
          type: 'Custom',
          areas: ['B3:B4', 'C6'],
          stopIfTrue: false,
          formula: '=_appeals.mark',
          rule: null,
          format: {
            ...{ fill: '#FFC7CE', fontColor: '', bold: false, italic: false, strikethrough: false },
            ...{ underline: 'None', numberFormat: '', borders: {} },
          },
        },
      ],
      validations: ['D3:D4', 'D6'].map((area) => ({
        area,
        validation: {
          rule: { list: { inCellDropDown: true, source: '办公室,诉求股' } },
          errorAlert: { showAlert: false, style: 'Stop', title: '_appeals.list', message: '' },
          prompt: { showPrompt: false, title: '', message: '' },
          ignoreBlanks: true,
        },
      })),
    });
    const settings = '<appeals xmlns="urn:appeals-ledger:settings"><entry key="mapping">一_x000D_二</entry></appeals>';
    const book = { ...bookOf(left), customXmlParts: [settings] };
    const { host, workbook } = await bench({ workbook: book, requirementSet: '1.15' });
    const kept = await workbook.settings();
    assert.ok(kept.ok);
    assert.deepEqual([...kept.value], [['mapping', '一\r二']]);
    const offered = await workbook.setDropDowns('台账', [{ column: 4, first: 3, last: 6, choices: ['甲'] }]);
    assert.ok(offered.ok);
    assert.deepEqual(offered.value, { columns: 1, leftAlone: [] });
    const cleared = await workbook.clear();
    assert.ok(cleared.ok);
    assert.deepEqual(cleared.value, { columns: 0, sheets: [], marks: 3, lists: 1 });
    const { conditionalFormats, validations } = host.describe().sheets[0]!;
    assert.deepEqual([conditionalFormats, validations], [[], []]);
  });
});
