/**
 * Makes a folder of ledgers of several units, each laid out as its office likes, with weekly snapshots and the sheets that
 * offices keep beside: to try reports on that take many ledgers. All invented; nothing of it is committed.
 *
 *     npm run samples:units -- --out 文件夹 [--count 10] [--seed 1] [--today 2021-10-20]
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkLedger } from '../../src/app/checkLedger';
import { openNodeXlsx } from '../../src/cli/openNodeXlsx';
import { readRuleFolders } from '../../src/cli/ruleFolders';
import { parseIso, type CivilDay } from '../../src/core/dates/civil';
import { emptyHistory } from '../../src/core/snapshots/history';
import { planSnapshots } from '../../src/core/snapshots/snapshotSheet';
import { takeSnapshot } from '../../src/core/snapshots/takeSnapshot';
import { SPEECH } from '../../src/text/zh-CN/speech';
import { inventedName, LEADERS } from '../cases';
import { Chance } from './chance';
import { unitLedger, type UnitLedger } from './ledger';
import { LAYOUTS } from './layouts';
import { lifeOf, type UnitOfLedger } from './lives';

const NAMES = [
  '城关司法所',
  '法制监督股',
  '南港司法所',
  '法律援助中心',
  '东关司法所',
  '县公证处',
  '社区矫正大队',
  '行政复议与应诉股',
  '河棚司法所',
  '普法与依法治理股',
  '办公室',
  '晓天司法所',
] as const;

const ALL: readonly UnitOfLedger[] = NAMES.map((name, n) => ({
  name,
  mark: `${name.slice(0, 2)}诉`,
  sponsor: LEADERS[1 + (n % 3)] ?? LEADERS[1],
  leaders: [inventedName(1000 + 3 * n), inventedName(1001 + 3 * n)],
  partner: NAMES[(n + 3) % NAMES.length] ?? NAMES[0],
}));

/** Weeks before the last day on which the ledgers were looked at and a snapshot kept. */
const WEEKS = [6, 5, 4, 3, 2, 1];

/** The ledger of the `at`th unit (from 0): from 30 to 300 cases. */
export function planUnit(seed: string, at: number, last: CivilDay): UnitLedger {
  const unit = ALL[at % ALL.length] ?? ALL[0];
  if (!unit) throw new RangeError('no units');
  const own = `${seed} ${unit.name}`;
  const chance = new Chance(own);
  // Most are small; the largest is ten times the smallest.
  const size = at === 0 ? 300 : Math.round(30 + 150 * chance.next() ** 2);
  return {
    unit,
    all: ALL,
    layout: LAYOUTS[at % LAYOUTS.length] ?? LAYOUTS[0],
    lives: Array.from({ length: size }, (_, n) => lifeOf(chance, unit, n + 1, last)),
    seed: own,
    hasMeetings: at % 3 !== 2,
    hasInspectors: at === 0,
    hasAdjustments: at % 4 === 1,
  };
}

/** The ledger's bytes on a day, with the snapshots of the weeks before kept in it. */
export async function unitWithSnapshots(ledger: UnitLedger, today: CivilDay): Promise<Uint8Array> {
  const rules = await readRuleFolders([path.resolve(__dirname, '../../rules')]);
  const files = rules.ok ? rules.value[0]?.files : undefined;
  if (!files) throw new Error('the default rules can’t be read');
  let history = emptyHistory(ledger.layout.sheet);
  for (const week of WEEKS) {
    const on = today - 7 * week;
    const workbook = await openNodeXlsx('ledger.xlsx', await unitLedger(ledger, on));
    if (!workbook.ok) throw new Error(JSON.stringify(workbook.problems));
    const checked = await checkLedger({ workbook: workbook.value, rules: files, sheet: null, today: on });
    if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
    const taken = takeSnapshot(history, checked.value.checked);
    if (!taken.ok) throw new Error(JSON.stringify(taken.problems));
    history = taken.value;
  }
  const workbook = await openNodeXlsx('ledger.xlsx', await unitLedger(ledger, today));
  if (!workbook.ok) throw new Error(JSON.stringify(workbook.problems));
  const written = await workbook.value.writeSheets([planSnapshots([history], SPEECH.plan)]);
  if (!written.ok) throw new Error(JSON.stringify(written.problems));
  return workbook.value.bytes();
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      count: { type: 'string', default: '10' },
      seed: { type: 'string', default: '1' },
      today: { type: 'string', default: '2021-10-20' },
    },
  });
  const today = parseIso(values.today);
  const count = Number(values.count);
  if (values.out === undefined || today === null || !(count >= 1 && count <= ALL.length)) {
    process.stderr.write(
      `用法：npm run samples:units -- --out 文件夹 [--count 1 至 ${ALL.length}] [--seed 种子] [--today 年-月-日]\n`,
    );
    process.exitCode = 2;
    return;
  }
  mkdirSync(values.out, { recursive: true });
  for (let at = 0; at < count; at++) {
    const ledger = planUnit(values.seed, at, today);
    const file = path.join(values.out, `${String(at + 1).padStart(2, '0')}-${ledger.unit.name}.xlsx`);
    writeFileSync(file, await unitWithSnapshots(ledger, today));
    process.stdout.write(`${file}　${ledger.lives.length} 件\n`);
  }
}

if (require.main === module) void main();
