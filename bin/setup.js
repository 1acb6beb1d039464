'use strict';
// Set-up that `npm start` and `npm test` do for themselves on a fresh clone: install exactly what the lock file
// names, without running any package's install script, and compile the product. Plain JavaScript: it runs before
// anything is installed.
const { spawnSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '..');

/** Runs a command in the repository; ends this process with its exit status where it fails. */
function run(command, args, options = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    ...options,
  });
  if (result.error) {
    console.error(`无法运行 ${command}：${result.error.message}`);
    process.exit(1);
  }
  return result.status ?? 1;
}

/**
 * Installs what the lock file names where that was not done yet. Nothing is installed by what a test starts
 * (APPEALS_SETUP=done), nor through a link: `npm ci` empties the folder first, and that one belongs to someone else.
 */
function install() {
  if (process.env.APPEALS_SETUP === 'done') return;
  const folder = path.join(root, 'node_modules');
  if (fs.existsSync(folder) && fs.lstatSync(folder).isSymbolicLink()) return;
  const lock = fs.readFileSync(path.join(root, 'package-lock.json'));
  const wanted = createHash('sha256').update(lock).digest('hex');
  const mark = path.join(folder, '.appeals-lock');
  const have = fs.existsSync(mark) ? fs.readFileSync(mark, 'utf8') : '';
  if (have === wanted) return;
  console.error('正在安装依赖（仅首次或依赖变动时）…');
  const status = run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  if (status !== 0) {
    console.error('安装依赖失败：请检查网络或软件源设置后重试。');
    process.exit(status);
  }
  fs.writeFileSync(mark, wanted);
}

/** Compiles src/ to build/ with the local compiler. */
function build() {
  const status = run(process.execPath, [
    path.join(root, 'node_modules', 'typescript', 'bin', 'tsc'),
    '-p',
    'tsconfig.build.json',
  ]);
  if (status !== 0) process.exit(status);
}

module.exports = { root, run, install, build };

if (require.main === module) {
  const step = process.argv[2];
  // `prepare` runs inside npm's own install, when the packages are there but our mark is not yet.
  if (step !== 'build') install();
  build();
}
