import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { becomes, counts, reads, until } from '../../support/waiting';
import type { WatchedPage } from '../site/browserPages';
import { assertAccessible, check, eachInExcel } from './support';

const LEDGER = '2021年台账';

/** Does something as the user in front of Excel. */
const user = (page: Page, deed: string): Promise<unknown> => page.evaluate(`window.excelHost.user.${deed}`);
const select = (page: Page, cell: string, sheet = LEDGER): Promise<unknown> =>
  user(page, `select('${sheet}', '${cell}')`);
const whereTheUserIs = (page: Page): Promise<string> =>
  page.evaluate<string>('(({ active, selection }) => active + "!" + selection)(window.excelHost.describe())');

const caseOf = (page: Page) => page.locator('#pane-view-case');
const section = (page: Page, id: string) => page.locator(`[data-section="${id}"]`);
const label = (page: Page, text: string) => caseOf(page).locator('.case-head h2', { hasText: text }).waitFor();
const userIsAt = (page: Page, cell: string): Promise<void> => becomes(() => whereTheUserIs(page), `${LEDGER}!${cell}`);

describe('the view 本案 in Excel', function () {
  this.timeout(300_000);
  let watched: WatchedPage;
  eachInExcel(async (opened) => {
    watched = opened;
    await check(watched.page);
    await watched.page.getByRole('tab', { name: '本案' }).click();
  });

  it('shows the case on the row that is selected, and follows from row to row', async () => {
    const { page } = watched;
    await select(page, 'C26');
    await label(page, '诉〔2021〕021号');
    const head = caseOf(page).locator('.case-head');
    await reads(head, /剩 1 天/);
    await reads(head, /施\*\* 在办/);
    await select(page, 'M23');
    await label(page, '诉〔2021〕018号');
    await reads(head, /超期 5 天/);
  });

  it('says what is selected where it is no case, and keeps the last case within reach', async () => {
    const { page } = watched;
    await select(page, 'A2');
    await caseOf(page).getByText('第 2 行不是诉求，请选中台账里的一行。').waitFor();
    await select(page, 'D26');
    await label(page, '诉〔2021〕021号');
    await select(page, 'A2');
    await caseOf(page).getByText('第 2 行不是诉求，请选中台账里的一行。下面仍是“诉〔2021〕021号”。').waitFor();
    await label(page, '诉〔2021〕021号');
    await select(page, 'B3', '机构名册');
    await caseOf(page).getByText('选中的是工作表“机构名册”，请选中台账“2021年台账”里的一行。').waitFor();
    await caseOf(page).getByRole('button', { name: '回到这一件' }).click();
    await userIsAt(page, 'A26');
    await caseOf(page).getByText('选中的是工作表').waitFor({ state: 'detached' });
    await label(page, '诉〔2021〕021号');
  });

  it('walks from case to case by the keyboard alone, down the column and over what is no case', async () => {
    const { page } = watched;
    await select(page, 'M34');
    await label(page, '诉〔2021〕029号');
    await page.getByRole('tab', { name: '本案' }).focus();
    const next = caseOf(page).getByRole('button', { name: '下一件' });
    for (let press = 0; press < 8; press++) {
      await page.keyboard.press('Tab');
      if (await next.evaluate((at) => at === document.activeElement)) break;
    }
    await page.keyboard.press('Enter');
    await label(page, '诉〔2021〕030号');
    await page.keyboard.press('Enter');
    await label(page, '诉〔2021〕031号');
    await userIsAt(page, 'M39');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await label(page, '诉〔2021〕030号');
    await select(page, 'M6');
    await label(page, '诉〔2021〕001号');
    const previous = caseOf(page).getByRole('button', { name: '上一件' });
    await becomes(() => previous.getAttribute('aria-disabled'), 'true');
    await page.keyboard.press('Enter');
    // Had it gone anywhere, the next one would be another.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await label(page, '诉〔2021〕002号');
    await userIsAt(page, 'M7');
  });

  it('takes the user to the cell of whatever it says', async () => {
    const { page } = watched;
    await select(page, 'A26');
    await label(page, '诉〔2021〕021号');
    await section(page, 'next').getByRole('button', { name: '到 M26' }).click();
    await userIsAt(page, 'M26');
    await section(page, 'next').getByRole('button', { name: '到 X26' }).click();
    await userIsAt(page, 'X26');
    await section(page, 'clarities').getByRole('button', { name: '到 K26' }).click();
    await userIsAt(page, 'K26');
    await section(page, 'steps').getByRole('button', { name: '到 T26' }).click();
    await userIsAt(page, 'T26');
    await section(page, 'classification').getByRole('button', { name: '到 Q26' }).click();
    await userIsAt(page, 'Q26');
    await label(page, '诉〔2021〕021号');
  });

  it('checks again what is mended, says what came of it, and stays where it was', async () => {
    const { page } = watched;
    await select(page, 'L8');
    await label(page, '诉〔2021〕003号');
    await reads(section(page, 'clarities'), /包案负责人\s*（未填）\s*!\s*不明确/);
    const finding = section(page, 'findings').getByText('没有填包案负责人');
    await finding.waitFor();
    const steps = section(page, 'steps');
    await steps.evaluate((element) => element.scrollIntoView({ block: 'start' }));
    await caseOf(page).evaluate((view) => view.scrollBy(0, 30));
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(null))));
    const before = (await steps.boundingBox())?.y ?? NaN;
    await user(page, `type('${LEDGER}', 'L8', '测试甲')`);
    await finding.waitFor({ state: 'detached' });
    const status = caseOf(page).locator('[role="status"]');
    await reads(status, /^已随改动重新检查。已改好：“[^”]+”。.*还有 \d+ 个问题。$/);
    await reads(section(page, 'clarities'), /包案负责人\s*测试甲\s*✓\s*明确/);
    const after = (): Promise<number> => steps.boundingBox().then((box) => box?.y ?? NaN);
    await until(`what is read stays at ${before}`, async () => Math.abs((await after()) - before) <= 2);
    await user(page, `type('${LEDGER}', 'L8', '')`);
    await caseOf(page)
      .getByText(/新出现：“[^”]+”/)
      .waitFor();
    await select(page, 'L9');
    await label(page, '诉〔2021〕004号');
    await becomes(() => status.textContent(), ''); // What is old news, of another case too.
  });

  it('proves the due day on a calendar that is told to those who don’t see it', async () => {
    const { page } = watched;
    await select(page, 'A26');
    await label(page, '诉〔2021〕021号');
    const due = section(page, 'due');
    await reads(due, /2021年10月21日 周四/);
    await reads(due, /起算日 2021年9月5日，当日不计入/);
    const drawn = due.getByRole('img');
    assert.equal(
      await drawn.getAttribute('aria-label'),
      '日历：从 2021年9月5日 起算，当天不计；计入 30 天，含最后一天；其中调休上班 3 天，计入；休息 16 天，不计（周末、中秋、国庆节）；应于 2021年10月21日 办结。',
    );
    const box = await drawn.boundingBox();
    assert.ok(box !== null && box.width <= 296 && box.height <= 60, JSON.stringify(box));
    await select(page, 'A16');
    await label(page, '诉〔2021〕011号');
    await reads(due, /算不出应办结日：M16 “办理时限”所填“10月32日”没有这一天/);
    await counts(drawn, 0);
  });

  it('suggests, quotes and leaves the decision to a person', async () => {
    const { page } = watched;
    await select(page, 'A26');
    await label(page, '诉〔2021〕021号');
    const said = await reads(section(page, 'classification'), /尚未由人认定/);
    for (const words of ['待核实', '文中出现“诉求人带人围堵大门”，请人工核实', '由人认定'])
      assert.ok(said.includes(words), words);
    assert.doesNotMatch(said, /违法/);
    await select(page, 'A8');
    await label(page, '诉〔2021〕003号');
    await reads(section(page, 'classification'), /政策范围内合理诉求\s*已由人认定/);
  });

  it('says plainly that nothing is left to do', async () => {
    const { page } = watched;
    await select(page, 'A45');
    await label(page, '诉〔2021〕037号');
    await reads(section(page, 'next'), /没有要补正的事。照常办理，应于 .+ 前（含当日）办结。/);
    await reads(section(page, 'findings'), /没有发现问题。/);
  });

  it('tells the outcome of every rule when it is asked to, and of no rule by its id', async () => {
    const { page } = watched;
    await select(page, 'A23');
    await label(page, '诉〔2021〕018号');
    const outcomes = section(page, 'outcomes');
    const total = Number(/（(\d+) 条）/.exec(await reads(outcomes, /（\d+ 条）/))?.[1]);
    assert.equal(await outcomes.locator('dt').first().isVisible(), false);
    await outcomes.locator('summary').click();
    await counts(outcomes.locator('dt'), total);
    await reads(outcomes, /有问题 \d+ 条[^]*无法判定 \d+ 条[^]*没有问题 \d+ 条[^]*不适用 \d+ 条/);
    assert.doesNotMatch(await caseOf(page).innerText(), /[a-z]+-[a-z]+/);
  });

  for (const width of [320, 480])
    it(`has nothing for axe to complain of at ${width} px, and nothing wider than the pane`, async () => {
      const { page } = watched;
      await page.setViewportSize({ width, height: 720 });
      for (const [row, number] of [
        [26, '021'],
        [25, '020'],
        [16, '011'],
      ] as const) {
        await select(page, `A${row}`);
        await label(page, `诉〔2021〕${number}号`);
        await section(page, 'outcomes').evaluate((details) => details.setAttribute('open', ''));
        await assertAccessible(page);
        assert.ok(await caseOf(page).evaluate((view) => view.scrollWidth <= view.clientWidth), `row ${row}`);
      }
      await select(page, 'A2');
      await caseOf(page).getByText('第 2 行不是诉求').waitFor();
      await assertAccessible(page);
    });
});
