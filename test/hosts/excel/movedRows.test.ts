import assert from 'node:assert/strict';
import { checkLedger } from '../../../src/app/checkLedger';
import type { CheckResult } from '../../../src/app/checkResult';
import { writeResults } from '../../../src/app/writeResults';
import { SPEECH } from '../../../src/text/zh-CN/speech';
import { defaultRules, ledger, row, TODAY } from '../../app/ledgers';
import type { CellDescription } from '../../office-host/model/description';
import { ExcelUser } from '../../office-host/user';
import { bench, type Bench } from './harness';

const SHEET = '台账';
/** Cases that differ in what is found, so that a result on a wrong row shows. */
const CASES = [
  { 办理时限: '2021-10-08' },
  {},
  { 责任股室: '' },
  { 包案负责人: '' },
  { 办理时限: '2021-09-20' },
  { 办理时限: '尽快' },
].map((own, i) =>
  row(i + 1, {
    诉求人: `测试${'甲乙丙丁戊己'[i]}`,
    办理情况: `已第${i + 1}次约谈，双方同意继续协商，下周签字`,
    ...own,
  }),
);
const LAST = CASES.length + 2;

async function checked(requirementSet: string): Promise<{ readonly made: Bench; readonly result: CheckResult }> {
  const rows = ledger(...CASES) as readonly (readonly CellDescription[])[];
  const made = await bench({ workbook: { name: '台账.xlsx', sheets: [{ name: SHEET, rows }] }, requirementSet });
  const result = await checkLedger({ workbook: made.workbook, rules: await defaultRules(), sheet: null, today: TODAY });
  assert.ok(result.ok, JSON.stringify(result));
  return { made, result: result.value };
}

/** What our columns say, by the number of the case in whose row it stands; the rows it names are left out. */
function told({ host }: Bench): Map<string, string> {
  const [headings, ...rows] = new ExcelUser(host).values(SHEET, `A2:AD${LAST + 2}`);
  const first = headings!.findIndex((heading) => String(heading).startsWith('督查·'));
  const results =
    first < 0
      ? []
      : rows.map(
          (cells) =>
            [
              String(cells[1]),
              cells
                .slice(first)
                .join('|')
                .replace(/([A-Z])\d+/g, '$1'),
            ] as const,
        );
  return new Map(results.filter(([, words]) => /[^|]/.test(words)));
}

/** What is written in place of results that a case has outgrown. */
const IS_CHANGED = /^已变更，未写入\|+$/;

const ACTS: readonly {
  readonly name: string;
  readonly act: (user: ExcelUser) => void;
  readonly gone?: string;
  readonly changed?: string;
}[] = [
  { name: 'sorts', act: (user) => user.sort(SHEET, `A2:AD${LAST}`, 1, false) },
  { name: 'filters', act: (user) => user.filter(SHEET, `A2:S${LAST}`, 9, ['办公室']) },
  {
    name: 'filters and sorts',
    act: (user) => {
      user.filter(SHEET, `A2:S${LAST}`, 11, ['2021-10-31']);
      user.sort(SHEET, `A2:AD${LAST}`, 1, false);
    },
  },
  { name: 'inserts rows', act: (user) => user.insertRows(SHEET, 4, 2) },
  { name: 'deletes a row', act: (user) => user.deleteRows(SHEET, 5, 1), gone: 'C-3' },
  {
    name: 'types into a case',
    act: (user) => user.type(SHEET, 'O4', '已当面答复'),
    changed: 'C-2',
  },
];

for (const requirementSet of ['1.15', '1.8'])
  describe(`Excel with ExcelApi ${requirementSet}: someone works on between check and write`, () => {
    let right: ReadonlyMap<string, string>;
    let trips = 0;

    before(async () => {
      const { made, result } = await checked(requirementSet);
      made.host.resetCounters();
      assert.ok((await writeResults(made.workbook, result, SPEECH)).ok);
      trips = made.host.counters.syncs;
      right = told(made);
      assert.deepEqual([...right.keys()], ['C-1', 'C-2', 'C-3', 'C-4', 'C-5', 'C-6']);
      assert.equal(new Set(right.values()).size, CASES.length, 'every case has results of its own');
    });

    for (const { name, act, gone, changed } of ACTS)
      it(`who ${name}, at any moment: no result stands on a wrong row`, async function () {
        this.timeout(300_000);
        const wanted = new Map([...right].filter(([number]) => number !== gone));
        const { made, result } = await checked(requirementSet);
        const process = made.host.process.bind(made.host);
        for (let moment = 1; moment <= trips; moment++) {
          const restore = made.host.book.capture();
          let trip = 0;
          made.host.process = (body) => {
            if (++trip === moment) act(new ExcelUser(made.host));
            return process(body);
          };
          const done = await writeResults(made.workbook, result, SPEECH);
          const where = `before trip ${moment} of ${trips}`;
          assert.ok(trip >= moment, where);
          for (const [number, words] of told(made))
            if (number !== changed || !IS_CHANGED.test(words))
              assert.equal(words, right.get(number), `${number}, ${where}`);
          assert.ok(done.ok, `${where}: ${JSON.stringify(done)}`);
          assert.ok((await writeResults(made.workbook, result, SPEECH)).ok, where);
          const now = new Map([...told(made)].sort());
          if (changed !== undefined) {
            assert.match(now.get(changed) ?? '', IS_CHANGED, where);
            now.set(changed, right.get(changed)!);
          }
          assert.deepEqual(now, wanted, where);
          restore();
        }
      });
  });
