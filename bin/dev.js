'use strict';
// `npm run dev`: the site over HTTPS at the address of manifest.xml, made anew on every change. The first time a
// certificate for localhost is made and, where the system lets it, trusted.
const { install } = require('./setup');

async function main() {
  install();
  const webpack = require('webpack');
  const { DEVELOPMENT_ORIGIN } = require('./web/deployFiles');
  const { siteFolder } = require('./web/buildSite');
  const { developerCertificate } = require('./web/developerCertificate');
  const { serveFolder } = require('./web/staticServer');
  const { site } = require('../webpack.config.js');
  webpack(site('development', siteFolder)).watch({ ignored: /node_modules|dist/ }, (error, stats) => {
    console.error(
      error ? error.message : stats.toString({ preset: 'errors-warnings', colors: false }) || '页面已更新。',
    );
  });
  const tls = await developerCertificate();
  const { origin } = await serveFolder(siteFolder, { port: Number(new URL(DEVELOPMENT_ORIGIN).port), tls });
  console.log(`诉求台账督办：${origin}/　任务窗格：${origin}/pane.html`);
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
