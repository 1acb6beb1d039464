'use strict';
// The browser that tests run in: the one that CHROMIUM_PATH names, one that is installed, else, where this is Debian and
// we may, one from its own packages, with a font that has Chinese (without it screenshots show boxes).
const { execFileSync, spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const KNOWN_PATHS = require('./browser-paths.json');

/** Browsers that playwright or puppeteer keep for themselves, newest first. */
function cached() {
  const caches = [process.env.PLAYWRIGHT_BROWSERS_PATH, path.join(os.homedir(), '.cache', 'ms-playwright')];
  return caches
    .filter((folder) => folder && fs.existsSync(folder))
    .flatMap((folder) =>
      fs
        .readdirSync(folder)
        .filter((name) => /^chromium(_headless_shell)?-\d+$/.test(name))
        .sort()
        .reverse()
        .flatMap((name) =>
          ['chrome-linux/chrome', 'chrome-linux64/chrome', 'chrome-linux/headless_shell'].map((inside) =>
            path.join(folder, name, inside),
          ),
        ),
    );
}

const installed = () => [...KNOWN_PATHS, ...cached()].find((file) => fs.existsSync(file)) ?? null;

const isDebianRoot = () => process.getuid?.() === 0 && fs.existsSync('/etc/debian_version');

/** Whether some font has Chinese; without fontconfig there is no font to speak of. */
function hasChineseFont() {
  const listed = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  return listed.error === undefined && listed.stdout.trim() !== '';
}

function aptInstall(packages) {
  console.error(`正在安装浏览器测试所需的 ${packages.join('、')}（仅首次）…`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Lists of packages that are old or that one source of several refuses may still do.
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env });
  try {
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { stdio: 'ignore', env });
  } catch {
    console.error(`没有装上 ${packages.join('、')}：请检查软件源后重试，或手工安装。`);
  }
}

/** Finds or installs the browser and names it to what runs from here; without one the browser tests say what to do. */
function prepareBrowser() {
  if (process.env.CHROMIUM_PATH) return;
  const found = installed();
  const wanted = [...(found ? [] : ['chromium']), ...(hasChineseFont() ? [] : ['fonts-noto-cjk'])];
  if (wanted.length > 0 && isDebianRoot()) aptInstall(wanted);
  const there = found ?? installed();
  if (there) process.env.CHROMIUM_PATH = there;
}

module.exports = { prepareBrowser };
