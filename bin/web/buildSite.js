'use strict';
// Makes the site by webpack; each of `npm run build`, `npm start`, `npm run dev` and the browser tests starts here.
const fs = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '..', '..');
const dist = path.join(root, 'dist');
const siteFolder = path.join(dist, 'site');
const mark = path.join(dist, '.site-made');
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

const isCurrent = () => fs.existsSync(mark) && fs.statSync(mark).mtimeMs > newestSource();

/** The site in dist/site, made anew where anything changed since. */
async function buildSite() {
  if (isCurrent()) return siteFolder;
  const { site } = require('../../webpack.config.js');
  fs.rmSync(mark, { force: true });
  const started = new Date();
  await runWebpack(site('production', siteFolder));
  fs.writeFileSync(mark, '');
  // A source that was saved meanwhile is newer than this.
  fs.utimesSync(mark, started, started);
  return siteFolder;
}

module.exports = { root, dist, siteFolder, runWebpack, buildSite };
