import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CHECKER, OPEN_FILE } from '../../../addin/worker/shapes';
import { serveWorkbenchDesk, type LiveFile } from '../../../addin/worker/workbenchDesk';
import { civilDay } from '../../../src/core/dates/civil';
import { ok } from '../../../src/core/problem';
import { columnNumber } from '../../../src/core/ledger/grid';
import { createRuleFolder } from '../../../src/hosts/ruleFolder/ruleFolder';
import { maskStatement } from '../../../src/core/masking/statement';
import { copyForOutside } from '../../../src/hosts/xlsx/maskedCopy';
import { openXlsx } from '../../../src/hosts/xlsx/xlsxWorkbook';
import type { CopySink } from '../../../src/ports/masking';
import { MASK_WORDS, sayHidden } from '../../../src/text/zh-CN/masking';
import { SPEECH } from '../../../src/text/zh-CN/speech';
import { REPORTING } from '../../../addin/worker/reporting';
import { closeLines, createLine } from './line';

const root = path.resolve(__dirname, '../../..');
const sample = (name: string): Uint8Array => new Uint8Array(readFileSync(path.join(root, 'samples', name)));
const TODAY = civilDay(2021, 10, 20);

/** Copies as `copies.ts` makes them, which loads what it takes as only a bundle can. */
const copiesOf = (file: LiveFile): CopySink => ({
  suffix: '（外发）',
  async copy(masks, pace) {
    const bytes = await file.save();
    if (!bytes.ok) return bytes;
    const statement = (done: Parameters<typeof maskStatement>[0]) => maskStatement(done, MASK_WORDS);
    const made = await copyForOutside({ name: file.name, bytes: bytes.value, masks, statement }, {}, pace);
    if (!made.ok || made.value.report === null) return made.ok ? assert.fail('nothing was masked') : made;
    return ok({ bytes: made.value.bytes, says: sayHidden(made.value.report) });
  },
});

/** A workbench's page and worker, as they are but for the thread. */
function workbench() {
  const { page, worker } = createLine();
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  serveWorkbenchDesk(worker, (name, bytes) => openXlsx(name, bytes), SPEECH, { ...REPORTING, copiesOf }, turn);
  return { file: page.remote('file', OPEN_FILE), checker: page.remote('checker', CHECKER) };
}

async function rules(): Promise<ReadonlyMap<string, Uint8Array>> {
  const read = await createRuleFolder(path.join(root, 'rules')).read();
  assert.ok(read.ok);
  return read.value;
}

describe('the workbench’s worker', () => {
  afterEach(closeLines);

  it('makes a copy to hand out, with what was typed in it and nobody named', async () => {
    const { file, checker } = workbench();
    assert.ok((await file.open('messy.xlsx', sample('messy.xlsx'))).ok);
    assert.ok((await checker.useRules(await rules())).ok);
    const checked = await checker.check({ sheet: null, today: TODAY });
    assert.ok(checked.ok);
    const { sheet } = checked.value;
    const said = '信访人丁测甲来访，电话13800001234';
    assert.ok((await file.editCells(sheet, [{ row: 60, column: 60, value: said }])).ok);
    const copy = await checker.makeMaskedCopy();
    assert.ok(copy.ok, JSON.stringify(copy));
    assert.equal(copy.value.name, 'messy（外发）.xlsx');
    assert.match(copy.value.says.join(), /整格遮盖 [1-9]\d* 格[\s\S]*外发说明[\s\S]*再看一遍/u);
    const opened = await openXlsx(copy.value.name, copy.value.bytes);
    assert.ok(opened.ok);
    const names = await opened.value.sheets();
    assert.ok(names.ok && names.value.some(({ name }) => name === '外发说明'));
    const grid = await opened.value.readSheet(sheet);
    assert.ok(grid.ok);
    assert.ok(grid.value.strings.includes('信访人丁**来访，电话138****1234'), 'what was typed is there, masked');
    assert.ok(!grid.value.strings.some((text) => text.includes('丁测甲')));
  });

  it('opens a file, checks it, tells how far it is, and lists what it found', async () => {
    const { file, checker } = workbench();
    const opened = await file.open('messy.xlsx', sample('messy.xlsx'));
    assert.ok(opened.ok);
    assert.ok(opened.value.sheets.some((sheet) => sheet.active));
    assert.ok((await checker.useRules(await rules())).ok);
    const phases = new Set<string>();
    const checked = await checker.check({ sheet: null, today: TODAY }, ({ phase }) => phases.add(phase));
    assert.ok(checked.ok);
    assert.equal(checked.value.cases, 60);
    assert.ok(phases.has('reading') || phases.has('checking'));
    const query = { group: 'case', severities: [], states: [], show: 'open', search: '' } as const;
    const list = await checker.findings(query);
    assert.ok((await checker.lines(query, 0, 10)).length <= 10);
    assert.equal(list.revision, checked.value.revision);
  });

  it('says so where nothing is open', async () => {
    const { file } = workbench();
    const bytes = await file.bytes();
    assert.ok(!bytes.ok && bytes.problems[0]?.code === 'no-file-open');
  });

  it('keeps the file that is open when another is refused', async () => {
    const { file } = workbench();
    assert.ok((await file.open('tidy.xlsx', sample('tidy.xlsx'))).ok);
    const refused = await file.open('bad.xlsx', new Uint8Array([1, 2, 3]));
    assert.ok(!refused.ok && refused.problems[0]?.code === 'file-is-not-xlsx');
    const bytes = await file.bytes();
    assert.ok(bytes.ok);
    assert.deepEqual(bytes.value, sample('tidy.xlsx'), 'byte for byte, since nothing was written');
  });

  it('takes what is typed, checks it again, clears what was written and saves the file with it', async () => {
    const { file, checker } = workbench();
    await file.open('messy.xlsx', sample('messy.xlsx'));
    assert.ok((await checker.useRules(await rules())).ok);
    const before = await checker.check({ sheet: null, today: TODAY });
    assert.ok(before.ok);
    const { sheet } = before.value;
    const unnamed = (await checker.today()).find(({ rule }) => rule === 'leader-missing');
    assert.ok(unnamed, 'the sample has a case without a leader');
    const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(unnamed.cell) ?? [];
    const [row, column] = [Number(digits), columnNumber(letters)];
    assert.ok((await file.editCells(sheet, [{ row, column, value: '测试甲' }])).ok);
    const after = await checker.recheck({ sheet, area: { top: row, bottom: row, left: column, right: column } });
    assert.ok(after.ok && after.value, JSON.stringify(after));
    assert.deepEqual(after.value.touched, [row]);
    assert.equal(
      (await checker.caseAt(row))?.findings.some(({ rule }) => rule === 'leader-missing'),
      false,
    );
    assert.ok((await checker.write({ marks: false })).ok);
    assert.ok((await checker.clear()).ok);
    const saved = await file.bytes();
    assert.ok(saved.ok);
    const reopened = await openXlsx('messy.xlsx', saved.value);
    assert.ok(reopened.ok);
    const sheets = await reopened.value.sheets();
    assert.ok(sheets.ok && sheets.value.every(({ owned }) => owned === null));
    const cell = await reopened.value.readArea(sheet, { top: row, bottom: row, left: column, right: column });
    assert.ok(cell.ok);
    assert.deepEqual(cell.value.strings.includes('测试甲'), true);
  });

  it('reads a sheet once for grid and check, and again once something was typed', async () => {
    const { page, worker } = createLine();
    const read: string[] = [];
    serveWorkbenchDesk(
      worker,
      async (name, bytes) => {
        const opened = await openXlsx(name, bytes);
        if (!opened.ok) return opened;
        const own = opened.value.readSheet.bind(opened.value);
        opened.value.readSheet = (sheet, pace) => {
          read.push(sheet);
          return own(sheet, pace);
        };
        return opened;
      },
      SPEECH,
      REPORTING,
      () => new Promise((resolve) => setImmediate(resolve)),
    );
    const file = page.remote('file', OPEN_FILE);
    const opened = await file.open('messy.xlsx', sample('messy.xlsx'));
    assert.ok(opened.ok);
    const sheet = opened.value.sheets.find(({ active }) => active)?.name ?? '';
    const [first, second] = await Promise.all([file.readSheet(sheet), file.readSheet(sheet)]);
    assert.ok(first.ok && second.ok);
    assert.deepEqual(first.value, second.value);
    assert.deepEqual(read, [sheet]);
    assert.ok((await file.editCells(sheet, [{ row: 8, column: 3, value: '测试甲' }])).ok);
    const after = await file.readSheet(sheet);
    assert.ok(after.ok && new TextDecoder('utf-16le').decode(after.value.texts.letters).includes('测试甲'));
    assert.deepEqual(read, [sheet, sheet]);
  });

  it('checks the next file by the same rules', async () => {
    const { file, checker } = workbench();
    await file.open('tidy.xlsx', sample('tidy.xlsx'));
    assert.ok((await checker.useRules(await rules())).ok);
    await file.open('messy.xlsx', sample('messy.xlsx'));
    const checked = await checker.check({ sheet: null, today: TODAY });
    assert.ok(checked.ok && checked.value.cases === 60);
  });
});
