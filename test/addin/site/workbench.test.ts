import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { buildSite, root } from '../../../bin/web/buildSite';
import { buildSingle } from '../../../bin/web/singleFile';
import { serveFolder } from '../../../bin/web/staticServer';
import { columnNumber } from '../../../src/core/ledger/grid';
import { openXlsx } from '../../../src/hosts/xlsx/xlsxWorkbook';
import { launchChromium } from '../../support/chromium';
import { slowdown } from '../../support/slowMachine';
import { becomes, counts, reads, until } from '../../support/waiting';
import { openWatched, type WatchedPage } from './browserPages';

const BUILDING = 900_000;
/** Saving asks for a place in a dialog that a test can't answer; without it there is a download. */
const WITHOUT_PICKER = 'delete window.showSaveFilePicker;';

describe('the workbench in a browser', function () {
  this.timeout(300_000);
  let browser: Browser;
  let site: { readonly origin: string; close(): Promise<void> };
  let folder: string;
  const open: WatchedPage[] = [];

  before(async function () {
    this.timeout(BUILDING);
    site = await serveFolder(await buildSite());
    browser = await launchChromium();
    folder = mkdtempSync(path.join(tmpdir(), 'appeals-workbench-'));
  });
  afterEach(async () => {
    for (const { context } of open.splice(0)) await context.close();
  });
  after(async () => {
    await browser?.close();
    await site?.close();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  const workbench = async (address = `${site.origin}/`, before = WITHOUT_PICKER): Promise<WatchedPage> => {
    const watched = await openWatched(browser, 'about:blank', before);
    open.push(watched);
    await watched.page.setViewportSize({ width: 1280, height: 800 });
    await watched.page.goto(address);
    await watched.page.waitForSelector('[role="gridcell"]', { state: 'attached' });
    return watched;
  };
  /** Clicks on a cell of the grid as it stands at first: rows are 30 px high, below headings of 28. */
  const goTo = async (page: Page, row: number, x = 70): Promise<void> => {
    const box = await page.locator('.wb-grid').boundingBox();
    assert.ok(box);
    await page.mouse.click(box.x + x, box.y + 28 + (row - 1) * 30 + 15);
  };
  const isAt = (page: Page, cell: string): Promise<void> => becomes(() => page.innerText('.wb-cellbar b'), cell);
  const holds = (page: Page, text: string): Promise<void> => becomes(() => page.innerText('.wb-cellbar div'), text);
  const drop = (page: Page, files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Promise<void> =>
    page.evaluate<void>(
      `(${DROP})(${JSON.stringify(files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') })))})`,
    );
  const sample = (name: string): Uint8Array => new Uint8Array(readFileSync(path.join(root, 'samples', name)));
  const save = async (page: Page): Promise<{ readonly name: string; readonly bytes: Uint8Array }> => {
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    const download = await waiting;
    return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) };
  };

  /** The text of a cell in the bytes of a file, read as any program would. */
  const textIn = async (bytes: Uint8Array, sheet: string, address: string): Promise<string> => {
    const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
    const opened = await openXlsx('saved.xlsx', bytes);
    assert.ok(opened.ok);
    const [top, left] = [Number(row), columnNumber(letters)];
    const area = await opened.value.readArea(sheet, { top, left, bottom: top, right: left });
    assert.ok(area.ok);
    const [column] = area.value.columns;
    return column ? (area.value.strings[column.numbers[0] ?? -1] ?? '') : '';
  };

  it('shows the sample, types into it by keyboard alone, and saves what was typed', async () => {
    const { page, complaints, failures } = await workbench();
    await goTo(page, 8, 260);
    await isAt(page, 'C8');
    await page.keyboard.type('测试乙');
    await page.keyboard.press('Enter');
    await isAt(page, 'C9');
    await page.waitForSelector('.wb-unsaved');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('F2');
    await page.keyboard.type('丙');
    await page.keyboard.press('Tab');
    await isAt(page, 'D8');
    await page.keyboard.press('Delete');
    await page.keyboard.press('ArrowLeft');
    await holds(page, '测试乙丙');
    const { name, bytes } = await save(page);
    assert.equal(name, 'messy-督查.xlsx');
    assert.equal(await textIn(bytes, '2021年台账', 'C8'), '测试乙丙');
    assert.equal(await textIn(bytes, '2021年台账', 'D8'), '');
    await page.locator('[role="status"]', { hasText: '已下载 messy-督查.xlsx' }).waitFor();
    await page.waitForSelector('.wb-unsaved', { state: 'detached' });
    assert.deepEqual(complaints, []);
    assert.deepEqual(failures, []);
  });

  it('loses no key of what is typed right after a click, however busy the machine is', async () => {
    const { page } = await workbench();
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 6 });
    const typeAt = async (row: number, text: string): Promise<void> => {
      await goTo(page, row, 260);
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    };
    await typeAt(8, '测试乙');
    await page.getByRole('button', { name: '保存', exact: true }).focus();
    // The cell that the selection is on already.
    await typeAt(9, '测试丙');
    // What is being typed is kept when another cell is clicked, at once: two clicks on two cells are no double click.
    await goTo(page, 10, 260);
    await page.keyboard.type('测试丁');
    await typeAt(11, '测试戊');
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown() });
    await page.waitForSelector('.wb-unsaved');
    const { bytes } = await save(page);
    const texts = await Promise.all([8, 9, 10, 11].map((row) => textIn(bytes, '2021年台账', `C${row}`)));
    assert.deepEqual(texts, ['测试乙', '测试丙', '测试丁', '测试戊']);
  });

  it('opens a cell with what stands there on a double click', async () => {
    const { page } = await workbench();
    await goTo(page, 8, 260);
    await isAt(page, 'C8');
    const before = await page.innerText('.wb-cellbar div');
    const box = await page.locator('.wb-grid').boundingBox();
    assert.ok(box);
    await page.mouse.dblclick(box.x + 260, box.y + 28 + 7 * 30 + 15);
    await page.keyboard.type('（续）');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.wb-unsaved');
    const { bytes } = await save(page);
    assert.equal(await textIn(bytes, '2021年台账', 'C8'), `${before}（续）`);
  });

  it('has the sheet’s own headings over the columns once it was checked, the whole one beside the cell', async () => {
    const { page } = await workbench();
    const titles = (): Promise<readonly string[]> => page.locator('[role="columnheader"]').allTextContents();
    await until('letters stand over the columns', async () => (await titles()).includes('C'));
    await page.getByRole('button', { name: '检查' }).first().click();
    await page.waitForSelector('text=60 件中');
    await until('headings stand over the columns', async () => (await titles()).includes('B 编号'));
    await goTo(page, 8, 260);
    await becomes(() => page.innerText('.wb-cellbar i'), '诉求人基本情况/姓名');
    await page.getByRole('textbox', { name: /^C8 诉求人/ }).waitFor({ state: 'attached' });
    await page.getByRole('tab', { name: '填表说明' }).click();
    await until('letters stand over the other sheet', async () => (await titles()).includes('B'));
  });

  it('takes Chinese from an input method with the very first key', async () => {
    const { page } = await workbench();
    await goTo(page, 8, 260);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Input.imeSetComposition', { text: 'ceshi', selectionStart: 5, selectionEnd: 5 });
    await devtools.send('Input.insertText', { text: '测试丁' });
    await page.keyboard.press('Enter');
    await page.waitForSelector('.wb-unsaved');
    assert.equal(await textIn((await save(page)).bytes, '2021年台账', 'C8'), '测试丁');
  });

  it('leaves a cell as it was on Escape, and says why an edit is refused', async () => {
    const { page } = await workbench();
    await goTo(page, 8, 260);
    await isAt(page, 'C8');
    const before = await page.innerText('.wb-cellbar div');
    await page.keyboard.type('错');
    await page.keyboard.press('Escape');
    await holds(page, before);
    await goTo(page, 4, 70);
    await page.keyboard.type('错');
    await reads(page.locator('[role="status"]').first(), /A4 在合并单元格之内，内容在 A3/);
    await goTo(page, 8, 260);
    await isAt(page, 'C8');
    await holds(page, before);
    assert.equal(await page.locator('.wb-unsaved').count(), 0);
  });

  it('copies as Excel does, and pastes a block as one edit', async () => {
    const { page } = await workbench();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await goTo(page, 8, 260);
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Control+c');
    await until('two cells below one another are in the clipboard', async () =>
      /^[^\t\n]+\n[^\t\n]+$/.test(await page.evaluate(() => navigator.clipboard.readText())),
    );
    await page.evaluate(() => navigator.clipboard.writeText('甲一\t"两\n行"\n甲二\t=1+1\n'));
    await page.keyboard.press('Control+v');
    await page.waitForSelector('.wb-unsaved');
    await reads(page.locator('[role="status"]').first(), /1 个以“=”开头/);
    const { bytes } = await save(page);
    assert.equal(await textIn(bytes, '2021年台账', 'C9'), '甲二');
    assert.equal(await textIn(bytes, '2021年台账', 'D8'), '两\n行');
    assert.equal(await textIn(bytes, '2021年台账', 'D9'), '=1+1');
  });

  it('has the browser ask before the page goes with changes that are not saved', async () => {
    const { page } = await workbench();
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.dismiss();
    });
    await goTo(page, 8, 260);
    await page.keyboard.type('测试乙');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.wb-unsaved');
    await page.close({ runBeforeUnload: true });
    await becomes(() => asked, ['beforeunload']);
  });

  it('breaks no rule of axe, with the panel for rules open too', async () => {
    const { page } = await workbench();
    await page.getByRole('button', { name: '换规则…' }).click();
    await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
    // The pane has tests of its own.
    const violations = await page.evaluate<string[]>(`axe.run({ exclude: ['.wb-inside'] }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ' ' + html.slice(0, 160))))`);
    assert.deepEqual(violations, []);
  });

  it('downloads a copy for outside, says what was hidden, and leaves the ledger as it is', async () => {
    const { page } = await workbench();
    await page.getByRole('tab', { name: '今日', exact: true }).waitFor();
    await page.getByRole('button', { name: '检查' }).first().click();
    await page.waitForSelector('[data-list="today"] li');
    await page.getByRole('tab', { name: '报表', exact: true }).click();
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载外发副本（.xlsx）' }).click();
    const download = await waiting;
    assert.match(download.suggestedFilename(), /（外发）\.xlsx$/u);
    const copy = await openXlsx('copy.xlsx', new Uint8Array(readFileSync(await download.path())));
    assert.ok(copy.ok);
    const sheets = await copy.value.sheets();
    assert.ok(sheets.ok && sheets.value.some(({ name }) => name === '外发说明'));
    assert.match(await page.locator('.copy-says').innerText(), /整格遮盖 [1-9]/u);
  });

  it('opens another file, asks before changes are lost, and checks it', async () => {
    const { page } = await workbench();
    await page.getByRole('button', { name: '检查' }).first().click();
    await page.waitForSelector('text=60 件中');
    await goTo(page, 8, 260);
    await page.keyboard.type('测试乙');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.wb-unsaved');
    await drop(page, [{ name: '另一份.xlsx', bytes: sample('tidy.xlsx') }]);
    const ask = page.getByRole('alertdialog');
    await ask.waitFor();
    await ask.getByRole('button', { name: '取消' }).click();
    await ask.waitFor({ state: 'detached' });
    await becomes(() => page.innerText('.wb-name > span'), 'messy.xlsx');
    await page.locator('input[accept=".xlsx"]').setInputFiles(path.join(root, 'samples', 'tidy.xlsx'));
    await ask.getByRole('button', { name: '不保存，直接打开' }).click();
    await page.waitForSelector('text=已打开 tidy.xlsx');
    await counts(page.locator('.wb-unsaved'), 0);
    // It is checked without being asked to.
    await reads(page.locator('.wb-pane'), /40 件中/);
    await reads(page.locator('.wb-pane'), /^(?![^]*60 件中)/);
  });

  it('says why a file is not opened, and keeps the one that is', async () => {
    const { page } = await workbench();
    await drop(page, [{ name: '图片.xlsx', bytes: strToU8('no workbook') }]);
    await reads(page.locator('.wb-alert'), /“图片\.xlsx”不是 Excel 工作簿/);
    await becomes(() => page.innerText('.wb-name > span'), 'messy.xlsx');
    await page.locator('.wb-alert').getByRole('button', { name: '关闭' }).click();
    await counts(page.locator('.wb-alert'), 0);
  });

  it('tries a rule pack: a folder, a broken one with every mistake, a zip, and back', async () => {
    const { page } = await workbench();
    const pack = path.join(folder, 'rules');
    cpSync(path.join(root, 'rules'), pack, { recursive: true });
    const edit = (file: string, change: (text: string) => string): void =>
      writeFileSync(path.join(pack, file), change(readFileSync(path.join(pack, file), 'utf8')));
    edit('pack.json', (text) => text.replace(/"version": "[^"]+"/, '"version": "9.9.1"'));
    await page.getByRole('button', { name: '换规则…' }).click();
    const panel = page.getByRole('region', { name: '试用规则' });
    await panel.locator('input[webkitdirectory]').setInputFiles(pack);
    await panel.getByText(/已换用“\S+”9\.9\.1 版（\d+ 条）/).waitFor();
    // The ledger is checked by them at once.
    await page.waitForSelector('text=60 件中');
    edit('deadlines.json', (text) => text.replace('"severity": "error"', '"severity": "errror"'));
    edit('limits.json', (text) => text.replace(/\{/, '{{'));
    await panel.locator('input[webkitdirectory]').setInputFiles(pack);
    await panel.getByRole('alert').waitFor();
    const mistakes = await panel.getByRole('listitem').allInnerTexts();
    assert.ok(mistakes.length >= 2, mistakes.join('\n'));
    for (const mistake of mistakes) assert.match(mistake, /^[\w/.-]+\.json:\d+:\d+ /);
    await reads(panel, /已换用“\S+”9\.9\.1 版/); // The last good pack stays.
    const zip = zipSync({ 'pack/readme.json': strToU8('{}') });
    await drop(page, [{ name: 'rules.zip', bytes: zip }]);
    await panel.getByText('里面没有 pack.json').waitFor();
    await panel.getByRole('button', { name: '换回原规则' }).click();
    await panel.getByText(/现用“\S+”(?!9\.9\.1)\S+ 版（/).waitFor();
    await counts(panel.getByRole('button', { name: '换回原规则' }), 0);
  });

  it('fetches the engine for expressions with the first pack that needs it, and judges by it', async () => {
    const { page, asked, failures } = await workbench();
    const pack = path.join(folder, 'patterns');
    cpSync(path.join(root, 'rules'), pack, { recursive: true });
    const file = path.join(pack, 'clarity.json');
    const rules = JSON.parse(readFileSync(file, 'utf8')) as { rules: object[] };
    rules.rules.push({
      name: 'content-by-expression',
      title: '测试用',
      basis: '测试用',
      severity: 'notice',
      conditions: { all: [{ fact: 'content', operator: 'matches', value: '^反映.+纠纷' }] },
      event: { type: 'finding', params: { field: 'content', message: '反映的是纠纷。', advice: '不用整改。' } },
      examples: {
        flagged: [{ content: '反映邻里纠纷' }],
        clean: [{ content: '申请法律援助' }],
        cannotJudge: [{ content: null }],
      },
    });
    writeFileSync(file, JSON.stringify(rules));
    const patterns = (): number => asked.filter((address) => /\d+\.[0-9a-f]{8}\.js$/.test(address)).length;
    const before = patterns();
    await page.getByRole('button', { name: '换规则…' }).click();
    const panel = page.getByRole('region', { name: '试用规则' });
    await panel.locator('input[webkitdirectory]').setInputFiles(pack);
    await panel.getByText(/已换用“/).waitFor();
    await page.waitForSelector('text=60 件中');
    await page.getByRole('tab', { name: '问题', exact: true }).click();
    await page.getByText('反映的是纠纷。').first().waitFor();
    await becomes(() => [patterns() - before, failures], [1, []]);
  });

  it('saves again where a person said, without asking twice', async () => {
    const { page } = await workbench(`${site.origin}/`, PICKER);
    await goTo(page, 8, 260);
    for (const text of ['甲', '乙']) {
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
      await page.waitForSelector('.wb-unsaved');
      await page.getByRole('button', { name: '保存', exact: true }).click();
      await page.waitForSelector('text=已保存为 选定.xlsx');
      await page.waitForSelector('.wb-unsaved', { state: 'detached' });
      await goTo(page, 9, 260);
    }
    await becomes(() => page.evaluate('window.picked'), { asked: 1, written: 2, suggested: 'messy-督查.xlsx' });
    await page.getByRole('button', { name: '另存为…' }).click();
    await becomes(() => page.evaluate('window.picked.asked'), 2);
  });

  it('has a splitter for mouse and keyboard, and goes between grid and pane by F6', async () => {
    const { page } = await workbench();
    const splitter = page.getByRole('separator');
    await splitter.focus();
    await page.keyboard.press('ArrowLeft');
    const width = (): Promise<string | null> => splitter.getAttribute('aria-valuenow');
    await becomes(width, '376');
    await page.keyboard.press('End');
    await becomes(width, '320');
    const box = await splitter.boundingBox();
    assert.ok(box);
    await page.mouse.move(box.x + 3, 400);
    await page.mouse.down();
    await page.mouse.move(box.x - 97, 400, { steps: 4 });
    await page.mouse.up();
    await becomes(width, '420');
    await goTo(page, 8, 260);
    await page.keyboard.press('F6');
    await page.waitForFunction(() => document.activeElement?.closest('.wb-pane') !== null);
    await page.keyboard.press('F6');
    await page.waitForFunction(() => document.activeElement?.closest('.wb-grid') !== null);
  });

  it('shows ledger or pane where there is no room for both', async () => {
    const { page } = await workbench();
    await page.setViewportSize({ width: 700, height: 900 });
    const tab = (name: string) => page.getByRole('tablist', { name: '台账与督办' }).getByRole('tab', { name });
    await tab('台账').click();
    await page.locator('.wb-pane').waitFor({ state: 'hidden' });
    const width = async (): Promise<number> => (await page.locator('.wb-grid').boundingBox())?.width ?? 0;
    await until('the ledger takes the whole width', async () => (await width()) > 690);
    await tab('督办').click();
    await page.locator('.wb-ledger').waitFor({ state: 'hidden' });
    assert.equal(await page.getByRole('separator').count(), 0);
  });

  describe('in a single file', function () {
    this.timeout(BUILDING);
    it('edits, saves and opens under file:// as on a site', async () => {
      const { page, asked, complaints } = await workbench(pathToFileURL(await buildSingle()).href);
      await goTo(page, 8, 260);
      await page.keyboard.type('测试乙');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.wb-unsaved');
      const { bytes } = await save(page);
      assert.equal(await textIn(bytes, '2021年台账', 'C8'), '测试乙');
      await drop(page, [{ name: '另一份.xlsx', bytes: sample('tidy.xlsx') }]);
      await page.waitForSelector('text=已打开 另一份.xlsx');
      await reads(page.locator('.wb-pane'), /40 件中/);
      assert.deepEqual(
        asked.slice(1).filter((address) => !/^(blob|data|about):/.test(address) && !address.endsWith('.html')),
        [],
      );
      assert.deepEqual(complaints, []);
    });
  });
});

/** Drags files over the page and lets go; a text, since the tests' own compiler adds helpers that a page has not. */
const DROP = `(given) => {
  const dataTransfer = new DataTransfer();
  for (const { name, base64 } of given)
    dataTransfer.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name));
  const tell = (type) =>
    document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  tell('dragenter');
  if (!document.querySelector('.wb-drop')) throw new Error('nothing says that files can be dropped');
  tell('drop');
}`;

/** A dialog that always answers with the same place. */
const PICKER = `
  window.picked = { asked: 0, written: 0, suggested: '' };
  window.showSaveFilePicker = ({ suggestedName }) => {
    window.picked.asked++;
    window.picked.suggested = suggestedName;
    const createWritable = async () => ({ write: async () => void window.picked.written++, close: async () => undefined });
    return Promise.resolve({ name: '选定.xlsx', createWritable });
  };`;
