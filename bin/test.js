'use strict';
// `npm test`: sets itself up, then type check (core by itself too), lint, format, all tests. Prints the true counts last.
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { prepareBrowser } = require('./browser');
const { root, run, install, build } = require('./setup');

install();
build();
prepareBrowser();
process.env.APPEALS_SETUP = 'done';

const tool = (...parts) => path.join(root, 'node_modules', ...parts);
const stages = [
  ['类型检查', [tool('typescript', 'bin', 'tsc'), '-p', 'tsconfig.json']],
  ['类型检查 src/core（不得依赖 DOM、Node、Office）', [tool('typescript', 'bin', 'tsc'), '-p', 'src/core']],
  ['类型检查 addin（浏览器里的部分）', [tool('typescript', 'bin', 'tsc'), '-p', 'addin']],
  ['类型检查 test/addin', [tool('typescript', 'bin', 'tsc'), '-p', 'test/addin']],
  ['代码规范', [tool('eslint', 'bin', 'eslint.js'), '.', '--max-warnings=0']],
  ['排版', [tool('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level=warn', '.']],
];

let passed = 0;
let failed = 0;
for (const [title, args] of stages) {
  console.error(`\n—— ${title}`);
  if (run(process.execPath, args) === 0) passed++;
  else {
    failed++;
    console.error(`未通过：${title}`);
  }
}

console.error('\n—— 测试');
const counts = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'appeals-test-')), 'counts.json');
const status = run(
  process.execPath,
  [tool('mocha', 'bin', 'mocha.js'), '--reporter', path.join(root, 'test', 'support', 'reporter.cjs')],
  {
    env: { ...process.env, APPEALS_TEST_COUNTS: counts },
  },
);
if (fs.existsSync(counts)) {
  const result = JSON.parse(fs.readFileSync(counts, 'utf8'));
  passed += result.passed;
  failed += result.failed;
  if (result.passed + result.failed === 0) failed++;
  if (result.pending > 0) {
    failed += result.pending;
    console.error(`有 ${result.pending} 项测试被跳过：不允许悄悄跳过。`);
  }
  if (status !== 0 && result.failed === 0) failed++;
} else {
  failed++;
  console.error('测试没有跑完。');
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
