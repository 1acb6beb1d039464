import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { problem } from '../../src/core/problem';
import { sayPaneProblem, PANE_SENTENCES } from '../../src/text/zh-CN/pane/problems';
import { PROBLEM_SENTENCES, sayProblem } from '../../src/text/zh-CN/problems';
import { COMMAND_LINE_SENTENCES } from '../../src/text/zh-CN/problems/commandLine';

const ROOT = path.resolve(__dirname, '../..');

/** Everything that a page may carry: all but the command line and what reads folders for it. */
function pageSources(): readonly string[] {
  const folders = [
    'addin',
    'src/app',
    'src/core',
    'src/hosts/excel',
    'src/hosts/ruleSite',
    'src/hosts/xlsx',
    'src/ports',
  ];
  return folders.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => readFileSync(path.join(ROOT, folder, file), 'utf8')),
  );
}

describe('problems as a page says them', () => {
  it('never speak of a command line', () => {
    const slips = Object.entries(PANE_SENTENCES).filter(([, sentence]) => /--|appeals /.test(sentence));
    assert.deepEqual(slips, []);
  });

  it('are all those that can come up in a page', () => {
    const wordless = Object.keys(PROBLEM_SENTENCES).filter((code) => PANE_SENTENCES[code] === undefined);
    assert.deepEqual(
      wordless,
      Object.keys(COMMAND_LINE_SENTENCES).filter((code) => !(code in PANE_SENTENCES)),
    );
    const sources = pageSources();
    assert.ok(sources.length > 200);
    const emitted = wordless.filter((code) => sources.some((source) => source.includes(`'${code}'`)));
    assert.deepEqual(emitted, []);
  });

  it('point to 设置 where the terminal points to an option', () => {
    const missing = problem('header-not-found', { sheet: '台账', looked: ['责任股室'] });
    assert.match(sayPaneProblem(missing), /请检查表头里是否有责任股室等列名；或在“设置”里选择工作表/);
    assert.match(sayProblem(missing), /--sheet/);
  });
});
