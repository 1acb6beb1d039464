#!/usr/bin/env node
'use strict';
// Starts the compiled command line. A fresh clone has none yet: it is compiled once, with the project's own TypeScript.
const { existsSync, renameSync, rmSync } = require('node:fs');
const path = require('node:path');

const root = path.join(__dirname, '..');
const build = path.join(root, 'build');
const compiled = path.join(build, 'cli', 'main.js');

/** Compiles beside the place and moves it there whole: two commands started at once never see half a build. */
function compile() {
  const { spawnSync } = require('node:child_process');
  const beside = path.join(root, `build.${process.pid}.tmp`);
  try {
    const compiler = require.resolve('typescript/bin/tsc', { paths: [root] });
    const project = path.join(root, 'tsconfig.build.json');
    spawnSync(process.execPath, [compiler, '-p', project, '--outDir', beside], { stdio: 'ignore' });
    if (!existsSync(compiled) && existsSync(path.join(beside, 'cli', 'main.js'))) {
      rmSync(build, { recursive: true, force: true });
      renameSync(beside, build);
    }
  } catch {
    // No compiler, or another command was quicker: whether there is a build now is all that counts.
  }
  rmSync(beside, { recursive: true, force: true });
}

if (!existsSync(compiled)) compile();
if (existsSync(compiled)) require(compiled);
else {
  process.stderr.write(`程序还没有编译。请在 ${root} 里运行 npm ci，再运行 npm run build。\n`);
  process.exitCode = 2;
}
