'use strict';
// The workbench as one HTML file that opens by double click: script, worker, rules and sample stand in it.
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { singlePolicy } = require('./contentPolicy');
const { root, dist, runWebpack, whereStale } = require('./buildSite');

/** As the clerks see it in the shared folder. */
const SINGLE_FILE = path.join(dist, '诉求台账督办.html');

/** Script text that can stand in a page: nothing in it ends the element or opens a comment. */
const insideScript = (text) => text.replace(/<\/(script)/gi, '<\\/$1').replace(/<!--/g, '\\x3c!--');
const asJson = (value) => JSON.stringify(value).replace(/</g, '\\u003c');
const sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('base64');

/** The pack's files by path, as text. */
function ruleTexts() {
  const folder = path.join(root, 'rules');
  const { files } = JSON.parse(fs.readFileSync(path.join(folder, 'pack.json'), 'utf8'));
  return Object.fromEntries(
    ['pack.json', ...files].map((file) => [file, fs.readFileSync(path.join(folder, file), 'utf8')]),
  );
}

function sample() {
  const folder = path.join(root, 'samples');
  const { start } = JSON.parse(fs.readFileSync(path.join(folder, 'samples.json'), 'utf8'));
  return {
    name: start.file,
    today: start.today,
    base64: fs.readFileSync(path.join(folder, start.file)).toString('base64'),
  };
}

/** The file, made anew where anything changed since; returns its path. */
async function buildSingle() {
  await whereStale('.single-made', makeSingle);
  return SINGLE_FILE;
}

async function makeSingle() {
  const { single } = require('../../webpack.config.js');
  const made = fs.mkdtempSync(path.join(os.tmpdir(), 'appeals-single-'));
  try {
    await runWebpack(single('production', made));
    const script = (name) => insideScript(fs.readFileSync(path.join(made, name), 'utf8'));
    const [page, worker] = [script('page.js'), script('worker.js')];
    const legacy = insideScript(fs.readFileSync(path.join(root, 'addin', 'pages', 'legacy.js'), 'utf8'));
    const html = fill(fs.readFileSync(path.join(root, 'addin', 'pages', 'single.html'), 'utf8'), {
      policy: singlePolicy([sha256(legacy), sha256(page)]),
      icon: fs.readFileSync(path.join(root, 'addin', 'assets', 'icon-32.png')).toString('base64'),
      legacy,
      worker,
      rules: asJson(ruleTexts()),
      sample: asJson(sample()),
      page,
    });
    fs.mkdirSync(dist, { recursive: true });
    fs.writeFileSync(SINGLE_FILE, html);
  } finally {
    fs.rmSync(made, { recursive: true, force: true });
  }
}

/** Puts texts in for `{{name}}`; by a function, since the texts hold `$&` and the like. */
const fill = (template, texts) => template.replace(/\{\{(\w+)\}\}/g, (_, name) => texts[name]);

module.exports = { SINGLE_FILE, buildSingle, insideScript };
