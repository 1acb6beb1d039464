'use strict';
// `npm run build`: the command line to build/, the site to dist/site. With `--origin https://HOST/PATH` also everything
// the bureau's IT person needs for that address: manifest, server settings, one zip of it all.
const fs = require('node:fs');
const path = require('node:path');
const { install, build } = require('./setup');

async function main(args) {
  const at = args.indexOf('--origin');
  const given =
    args.find((one) => one.startsWith('--origin='))?.slice('--origin='.length) ??
    (at < 0 ? null : (args[at + 1] ?? ''));
  const single = args.includes('--single');
  const { readOrigin, manifestFor, nginxSnippet, iisConfig } = require('./web/deployFiles');
  const origin = given === null ? null : readOrigin(given);
  install();
  const { root, dist, buildSite } = require('./web/buildSite');
  const { buildSingle } = require('./web/singleFile');
  if (single) {
    const file = await buildSingle();
    console.error(`${path.relative(root, file)}　${(fs.statSync(file).size / 1e6).toFixed(1)} MB`);
    return;
  }
  build();
  await buildSite();
  if (origin === null) return;
  const files = {
    'catalog/manifest.xml': manifestFor(root, origin),
    'server/nginx.conf': nginxSnippet(origin),
    'site/web.config': iisConfig(),
    '部署说明.md': fs.readFileSync(path.join(root, 'docs', 'deploy.md'), 'utf8'),
  };
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(dist, name)), { recursive: true });
    fs.writeFileSync(path.join(dist, name), text);
  }
  await buildSingle();
  const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  const zip = path.join(dist, `appeals-ledger-${version}.zip`);
  fs.rmSync(zip, { force: true });
  fs.writeFileSync(zip, zipOf(dist));
  console.error(
    `dist/ 已为 ${origin} 做好：site 放到服务器，catalog/manifest.xml 放到共享目录，${path.basename(zip)} 是全部文件。`,
  );
}

/** Everything below a folder as a zip, hidden files and older zips left out. */
function zipOf(folder) {
  const { zipSync } = require('fflate');
  const entries = {};
  const walk = (below) => {
    for (const entry of fs.readdirSync(path.join(folder, below), { withFileTypes: true })) {
      const inside = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.name.startsWith('.') || entry.name.endsWith('.zip')) continue;
      if (entry.isDirectory()) walk(inside);
      else entries[inside] = new Uint8Array(fs.readFileSync(path.join(folder, inside)));
    }
  };
  walk('');
  return zipSync(entries, { level: 6 });
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
