import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { FINE, LATE, appeals, useFolder, writeLedger } from './support';

/** The text of a .docx, paragraphs run together. */
const textIn = (file: string): string =>
  strFromU8(unzipSync(readFileSync(file))['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, '');

describe('appeals report of documents', () => {
  const inFolder = useFolder();

  it('writes the notices that there is need of', async () => {
    const [ledger, out] = [inFolder('台账.xlsx'), inFolder('文书.docx')];
    await writeLedger(ledger, LATE, FINE);
    const said = await appeals(['report', ledger, '--kind', 'notices', '--out', out]);
    assert.deepEqual(said.err, []);
    assert.equal(said.status, 1);
    assert.match(said.out, /^文书已写入“.*文书\.docx”（1 份台账）。\n$/);
    assert.match(textIn(out), /群众诉求督办单（黄色督办）/);
  });

  it('of the kinds and cases asked for', async () => {
    const [ledger, out] = [inFolder('台账.xlsx'), inFolder('文书.docx')];
    await writeLedger(ledger, LATE, [...LATE.slice(0, 1), 'C-9', ...LATE.slice(2)]);
    const said = await appeals([
      'report',
      ledger,
      '--kind',
      'notices',
      '--notice',
      '督办单',
      '--case',
      'C-9',
      '--out',
      out,
    ]);
    assert.deepEqual(said.err, []);
    assert.match(textIn(out), /C-9/);
    assert.doesNotMatch(textIn(out), /C-1[^0-9]|交办单/);
  });

  for (const [kind, title] of [
    ['summary', '专项行动工作总结'],
    ['appraisal', '考核办法'],
  ] as const) {
    it(`writes ${kind}`, async () => {
      const [ledger, out] = [inFolder('台账.xlsx'), inFolder('文书.docx')];
      await writeLedger(ledger, LATE, FINE);
      const said = await appeals(['report', ledger, '--kind', kind, '--out', out]);
      assert.deepEqual(said.err, []);
      assert.ok(textIn(out).includes(title), textIn(out).slice(0, 200));
    });
  }

  it('writes no file where there is nothing to write', async () => {
    const [ledger, out] = [inFolder('台账.xlsx'), inFolder('文书.docx')];
    await writeLedger(ledger, FINE);
    const said = await appeals(['report', ledger, '--kind', 'notices', '--notice', '督办单', '--out', out]);
    assert.deepEqual(said.err, ['今天没有需要出的文书（督办单），没有写文件。要出别的文书请改 --notice 或 --case。']);
    assert.equal(said.status, 2);
    assert.equal(existsSync(out), false);
  });

  it('refuses what it can’t do in one line', async () => {
    const [ledger, out] = [inFolder('台账.xlsx'), inFolder('文书.docx')];
    await writeLedger(ledger, LATE);
    const refused = async (...args: string[]): Promise<string> => {
      const { status, err } = await appeals(['report', ledger, ...args]);
      assert.equal(status, 2);
      assert.equal(err.length, 1);
      return err[0] ?? '';
    };
    assert.equal(
      await refused('--kind', 'notices', '--notice', '督办表', '--out', out),
      '--notice 没有“督办表”这种文书。最接近的是“督办单”。可写：交办单、督办单、受理告知书、不予受理告知书、答复意见书、调度会议纪要。',
    );
    assert.equal(
      await refused('--kind', 'summary', '--notice', '督办单', '--out', out),
      '--notice 只用于 --kind notices。请改 --kind，或去掉 --notice。',
    );
    assert.match(await refused('--kind', 'notices', '--out', inFolder('文书.xlsx')), /请以 \.docx 结尾/);
    writeFileSync(out, '原来的');
    assert.match(await refused('--kind', 'notices', '--out', out), /--force/);
    assert.equal(readFileSync(out, 'utf8'), '原来的');
  });
});
