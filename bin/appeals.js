#!/usr/bin/env node
'use strict';
// Starts the compiled command line. Where there is none yet (a fresh clone), or the sources are newer than it, it is
// compiled first, with the project's own TypeScript.
const { existsSync, readdirSync, renameSync, rmSync, statSync } = require('node:fs');
const path = require('node:path');

const root = path.join(__dirname, '..');
const build = path.join(root, 'build');
const compiled = path.join(build, 'cli', 'main.js');

/** Whether any source was saved after the build was made; an installed package without sources is never stale. */
function isStale() {
  const made = statSync(compiled).mtimeMs;
  const newer = (folder) =>
    readdirSync(folder, { withFileTypes: true }).some((entry) => {
      const below = path.join(folder, entry.name);
      return entry.isDirectory() ? newer(below) : statSync(below).mtimeMs > made;
    });
  const sources = path.join(root, 'src');
  return existsSync(sources) && newer(sources);
}

const isCurrent = () => existsSync(compiled) && !isStale();

/** Compiles beside the place and moves it there whole: two commands started at once never see half a build. */
function compile() {
  const { spawnSync } = require('node:child_process');
  const beside = path.join(root, `build.${process.pid}.tmp`);
  try {
    const compiler = require.resolve('typescript/bin/tsc', { paths: [root] });
    const project = path.join(root, 'tsconfig.build.json');
    spawnSync(process.execPath, [compiler, '-p', project, '--outDir', beside], { stdio: 'ignore' });
    // Another command may have been quicker, and may be running what it made.
    if (existsSync(path.join(beside, 'cli', 'main.js')) && !isCurrent()) {
      rmSync(build, { recursive: true, force: true });
      renameSync(beside, build);
    }
  } catch {
    // No compiler here: whether there is a build is all that counts.
  }
  rmSync(beside, { recursive: true, force: true });
}

if (!isCurrent()) compile();
if (existsSync(compiled)) require(compiled);
else {
  process.stderr.write(`程序还没有编译。请在 ${root} 里运行 npm ci，再运行 npm run build。\n`);
  process.exitCode = 2;
}
