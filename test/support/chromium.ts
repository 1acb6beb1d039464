import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import KNOWN_PATHS from '../../bin/browser-paths.json';

/** Where the browser is: CHROMIUM_PATH, or a place known for it. Throws with a sentence that says what to do. */
export function chromiumPath(
  environment: NodeJS.ProcessEnv = process.env,
  paths: readonly string[] = KNOWN_PATHS,
): string {
  const given = environment.CHROMIUM_PATH;
  if (given !== undefined && given !== '') {
    if (existsSync(given)) return given;
    throw new Error(`CHROMIUM_PATH 指向的“${given}”不存在。请改为 Chromium 或 Chrome 可执行文件的路径后重试。`);
  }
  const found = paths.find((each) => existsSync(each));
  if (found !== undefined) return found;
  throw new Error(
    '没有找到 Chromium，浏览器测试无法运行。请先安装（Debian：apt-get install chromium），或用环境变量 CHROMIUM_PATH 指明可执行文件。',
  );
}

/** Starts the browser without a window and without any traffic of its own. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
