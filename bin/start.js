'use strict';
// `npm start`: sets itself up, makes the site where it is not current, serves it on this machine alone and opens the
// browser on the workbench with the sample ledger.
const { spawn } = require('node:child_process');
const { install } = require('./setup');

/** Opens the address where there is a desktop; prints nothing and fails nowhere where there is none. */
function openBrowser(address) {
  const [command, ...args] =
    process.platform === 'win32'
      ? ['cmd', '/c', 'start', '', address]
      : process.platform === 'darwin'
        ? ['open', address]
        : ['xdg-open', address];
  const desktop = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!desktop || process.env.CI || process.env.BROWSER === 'none') return;
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}

async function main(args) {
  install();
  const { buildSite } = require('./web/buildSite');
  const { serveFolder } = require('./web/staticServer');
  console.error('正在准备页面（仅首次或源码变动时）…');
  const folder = await buildSite();
  const port = Number(args.find((one) => /^--port=\d+$/.test(one))?.slice('--port='.length) ?? 0);
  const { origin, close } = await serveFolder(folder, { port });
  console.log(`诉求台账督办：${origin}/`);
  console.error('用浏览器打开上面的地址，里面是样例台账。一切留在本机。按 Ctrl+C 结束。');
  openBrowser(`${origin}/`);
  const stop = () => void close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
