'use strict';
// Makes the site by webpack; each of `npm run build`, `npm start`, `npm run dev` and the browser tests starts here.
const fs = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '..', '..');
const dist = path.join(root, 'dist');
const siteFolder = path.join(dist, 'site');
const SOURCES = ['addin', 'src', 'rules', 'samples', 'bin/web', 'webpack.config.js', 'package-lock.json'];

/** Runs webpack once; throws with all its errors. */
function runWebpack(config) {
  const webpack = require('webpack');
  return new Promise((resolve, reject) => {
    const compiler = webpack(config);
    compiler.run((error, stats) => {
      compiler.close(() => {
        if (error) return reject(error);
        if (stats?.hasErrors()) return reject(new Error(stats.toString({ preset: 'errors-only', colors: false })));
        return resolve(stats);
      });
    });
  });
}

/** The newest change of anything the site is made of. */
function newestSource() {
  const newest = (at) => {
    const { mtimeMs } = fs.statSync(at);
    if (!fs.statSync(at).isDirectory()) return mtimeMs;
    return fs.readdirSync(at).reduce((most, name) => Math.max(most, newest(path.join(at, name))), 0);
  };
  return Math.max(...SOURCES.map((source) => newest(path.join(root, source))));
}

/** Does the work where anything changed since it was last done; `mark` in dist/ tells when that was. */
async function whereStale(mark, work) {
  const file = path.join(dist, mark);
  if (fs.existsSync(file) && fs.statSync(file).mtimeMs > newestSource()) return;
  fs.rmSync(file, { force: true });
  const started = new Date();
  await work();
  fs.writeFileSync(file, '');
  // A source that was saved meanwhile is newer than this.
  fs.utimesSync(file, started, started);
}

/** The site in dist/site, made anew where anything changed since. */
async function buildSite() {
  const { site } = require('../../webpack.config.js');
  await whereStale('.site-made', () => runWebpack(site('production', siteFolder)));
  return siteFolder;
}

module.exports = { root, dist, siteFolder, runWebpack, whereStale, buildSite };
