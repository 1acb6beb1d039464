import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildSite } from '../../../bin/web/buildSite';
import { buildSingle } from '../../../bin/web/singleFile';

/** webpack's own parser; it stops at syntax that is newer than told. */
const acorn = createRequire(require.resolve('webpack'))('acorn') as {
  parse(text: string, options: { ecmaVersion: number }): SyntaxNode;
};
interface SyntaxNode {
  readonly type: string;
  readonly name?: string;
  readonly callee?: SyntaxNode;
  readonly [key: string]: unknown;
}

/** Calls that run text: `eval(…)`, `Function(…)`, `new Function(…)`, timers given a text. */
function evaluations(node: unknown, found: string[] = []): string[] {
  if (Array.isArray(node)) for (const one of node) evaluations(one, found);
  else if (typeof node === 'object' && node !== null && 'type' in node) {
    const { type, callee, ...rest } = node as SyntaxNode;
    if ((type === 'CallExpression' || type === 'NewExpression') && callee?.type === 'Identifier') {
      const { name } = callee;
      if (name === 'eval' || name === 'Function') found.push(`${type} ${name}`);
      const [first] = rest['arguments'] as (SyntaxNode & { value?: unknown })[];
      if (/^set(Timeout|Interval)$/.test(name ?? '') && typeof first?.value === 'string') found.push(`${name} of text`);
    }
    for (const value of [callee, ...Object.values(rest)]) evaluations(value, found);
  }
  return found;
}

/** Addresses that are names or documentation, never fetched. */
const NAMES_ONLY =
  /^https?:\/\/(www\.w3\.org|schemas\.openxmlformats\.org|purl\.org|answers\.microsoft\.com|schemas\.microsoft\.com|purl\.oclc\.org|reactjs\.org|fb\.me|github\.com|aka\.ms)\//;

describe('what is shipped', function () {
  this.timeout(900_000);
  const bundles = new Map<string, string>();
  let folder = '';

  before(async () => {
    folder = await buildSite();
    for (const file of readdirSync(folder))
      if (file.endsWith('.js')) bundles.set(file, readFileSync(path.join(folder, file), 'utf8'));
    const html = readFileSync(await buildSingle(), 'utf8');
    const scripts = [...html.matchAll(/<script(?: type="text\/plain" id="[\w-]+")?>([\s\S]*?)<\/script>/g)];
    scripts.forEach(([, text], at) => bundles.set(`single-${at}.js`, text ?? ''));
  });

  it('is looked into: pages, workers, and the scripts of the single file', () => {
    assert.ok([...bundles.keys()].some((file) => file.startsWith('pane.')));
    assert.ok([...bundles.values()].filter((text) => text.length > 100_000).length >= 6, [...bundles.keys()].join());
  });

  it('runs no text as code, and reads in every browser that legacy.js lets in (Chromium 92 and later)', () => {
    for (const [file, text] of bundles) {
      assert.deepEqual(evaluations(acorn.parse(text, { ecmaVersion: 2022 })), [], file);
      // Static blocks are the one thing of ES2022's syntax that came later, with Chromium 94.
      assert.doesNotMatch(text, /[{};]static\s*\{/, file);
    }
  });

  it('would notice what runs text', () => {
    const text = 'a(eval("1"), new Function("x"), function () { Function("y")(); setTimeout("z", 1); }, b.eval(1))';
    assert.equal(evaluations(acorn.parse(text, { ecmaVersion: 2022 })).length, 4);
  });

  it('names no other site, least of all a CDN', () => {
    for (const [file, text] of bundles) {
      const addresses = text.match(/(?:https?:)?\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+\/[^\s"'`)]*/gi) ?? [];
      const sites = addresses.filter((address) => address.startsWith('http') && !NAMES_ONLY.test(address));
      assert.deepEqual(sites, [], file);
      assert.doesNotMatch(text, /sharepointonline|akamaihd|azureedge|cdn\.office|unpkg|jsdelivr|googleapis/i, file);
    }
  });

  it('holds nothing of the emulated Excel', () => {
    const marks = ['_richApiNativeBridge', 'GetSupportedMatrix', 'excelHostBundle', 'office-host'];
    for (const [file, text] of bundles) for (const mark of marks) assert.ok(!text.includes(mark), `${file}: ${mark}`);
  });

  it('lets the pane load at first with at most 220 kB, compressed', () => {
    const sizes = [...bundles]
      .filter(([file]) => /^(pane|index)\.[0-9a-f]+\.js$/.test(file))
      .map(([file, text]) => [file, gzipSync(text, { level: 9 }).length] as const);
    assert.equal(sizes.length, 2);
    for (const [file, size] of sizes) {
      if (file.startsWith('pane')) assert.ok(size <= 220_000, `${file}: ${size} bytes`);
    }
  });

  it('has the engine for expressions in a script of its own, which no page or worker begins with', () => {
    const holders = [...bundles].filter(([file, text]) => !file.startsWith('single') && text.includes('RE2JS'));
    const sizes = holders.map(([, text]) => gzipSync(text).length);
    assert.ok(sizes.length === 1 && sizes[0]! < 60_000, holders.map(([file]) => file).join());
    const inSingle = [...bundles].filter(([file, text]) => file.startsWith('single') && text.includes('RE2JS'));
    assert.equal(inSingle.length, 1, 'a single file has nothing to fetch it from');
  });

  it('has the rules beside the pages, as they are in the repository, and no schema', () => {
    const pack = readFileSync(path.join(folder, 'rules', 'pack.json'), 'utf8');
    assert.equal(pack, readFileSync(path.join(__dirname, '../../../rules/pack.json'), 'utf8'));
    for (const file of (JSON.parse(pack) as { files: string[] }).files)
      assert.ok(readFileSync(path.join(folder, 'rules', file)).length > 0, file);
    assert.ok(!readdirSync(path.join(folder, 'rules')).includes('schema'));
  });

  it('has pages whose policy lets nothing run but files of the site', () => {
    for (const page of ['pane.html', 'index.html']) {
      const html = readFileSync(path.join(folder, page), 'utf8');
      assert.match(
        html,
        /http-equiv="?Content-Security-Policy"? content="default-src 'none'; script-src 'self';/,
        page,
      );
      assert.doesNotMatch(html, /<script(?![^>]*\bsrc=)[^>]*>/, `${page} has a script inside`);
      assert.doesNotMatch(html, /unsafe-eval/, page);
    }
  });
});
