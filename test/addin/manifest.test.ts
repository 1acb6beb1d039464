import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { RIBBON_FUNCTIONS } from '../../addin/commands/ribbon';
import { DEVELOPMENT_ORIGIN, manifestFor, readOrigin } from '../../bin/web/deployFiles';
import { root } from '../../bin/web/buildSite';

interface Tag {
  readonly name: string;
  readonly path: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

/** Every element, in order; throws where the XML is not well formed. */
function tagsOf(xml: string): readonly Tag[] {
  const tags: Tag[] = [];
  const open: Tag[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    const tag = { name, path: [...open.map((one) => one.name), name].join('/'), attributes, text: '' };
    tags.push(tag);
    open.push(tag);
  });
  parser.on('text', (text) => {
    const top = open.at(-1);
    if (top) top.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  return tags;
}

/** The order that Office's schema wants below OfficeApp. */
const ORDER =
  'Id AlternateId Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl SupportUrl AppDomains Hosts Requirements DefaultSettings Permissions VersionOverrides'.split(
    ' ',
  );

/** Everything that is wrong with a manifest for an origin, offline. */
function slipsOf(xml: string, origin: string): string[] {
  const slips: string[] = [];
  const slip = (is: boolean, what: string): void => void (is && slips.push(what));
  const tags = tagsOf(xml);
  const named = (name: string): readonly Tag[] => tags.filter((tag) => tag.name === name);
  const text = (name: string): string => named(name)[0]?.text.trim() ?? '';

  const top = tags.filter((tag) => tag.path.split('/').length === 2).map((tag) => ORDER.indexOf(tag.name));
  slip(top.includes(-1), 'an element that Office does not know');
  slip(
    top.some((at, i) => i > 0 && at <= (top[i - 1] ?? -1)),
    'elements out of order',
  );
  slip(!/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(text('Id')), 'Id');
  slip(!/^[1-9]\d{0,4}(\.\d{1,5}){3}$/.test(text('Version')), 'Version');
  slip(text('DefaultLocale') !== 'zh-CN', 'DefaultLocale');

  const resources = new Map<string, Tag>();
  for (const tag of tags.filter((one) => /^bt:(Image|Url|String)$/.test(one.name) && one.attributes['id'])) {
    const id = tag.attributes['id'] ?? '';
    slip(resources.has(id), `${id} twice`);
    slip(id.length > 32, `${id}: more than 32 characters`);
    resources.set(id, tag);
  }
  const used = new Set(tags.flatMap((tag) => tag.attributes['resid'] ?? []));
  for (const id of used) slip(!resources.has(id), `${id} is not there`);
  for (const id of resources.keys()) slip(!used.has(id), `${id} is not used`);
  for (const tag of tags.filter((one) => one.name === 'bt:Image' && one.attributes['size'])) {
    const file = resources.get(tag.attributes['resid'] ?? '')?.attributes['DefaultValue'] ?? '';
    slip(!file.endsWith(`-${tag.attributes['size']}.png`), `${file} is not of size ${tag.attributes['size']}`);
  }

  const controls = [...named('Control'), ...named('Group')].map((tag) => tag.attributes['id'] ?? '');
  slip(new Set(controls).size < controls.length, 'an id twice');
  for (const tag of resources.values()) {
    const words = tag.attributes['DefaultValue'] ?? '';
    slip(tag.path.includes('ShortStrings') && words.length > 125, `${words}: too long`);
    slip(tag.path.includes('LongStrings') && words.length > 250, `${words}: too long`);
  }
  slip((named('Description')[0]?.attributes['DefaultValue'] ?? '').length > 250, 'Description: too long');

  const addresses = tags.flatMap((tag) => tag.attributes['DefaultValue'] ?? []).filter((value) => /^\w+:/.test(value));
  slip(addresses.length < 20, 'addresses');
  for (const address of addresses) {
    slip(!address.startsWith(`${origin}/`), `${address} is elsewhere`);
    const file = path.join(root, 'addin', address.slice(origin.length).replace(/^\/(\w+\.html)$/, '/pages/$1'));
    slip(!existsSync(file), `${address} is not there`);
  }
  for (const tag of named('AppDomain')) slip(tag.text !== new URL(origin).origin, `${tag.text} is another domain`);
  return slips;
}

describe('manifest.xml', () => {
  const xml = readFileSync(path.join(root, 'manifest.xml'), 'utf8');

  it('is one that Office takes: order, ids, lengths, addresses, files, sizes', () => {
    assert.deepEqual(slipsOf(xml, DEVELOPMENT_ORIGIN), []);
  });

  it('is looked through by checks that notice', () => {
    const broken: readonly (readonly [string | RegExp, string, RegExp])[] = [
      ['size="20"', 'size="21"', /size 21/],
      ['icon-80.png', 'icon-81.png', /not there/],
      ['resid="Open.Label"', 'resid="Gone.Label"', /Gone\.Label is not there/],
      [`${DEVELOPMENT_ORIGIN}/pane.html`, 'https://example.org/pane.html', /elsewhere/],
      ['<Version>1.', '<Version>0.', /Version/],
      ['id="Appeals.Check"', 'id="Appeals.Open"', /an id twice/],
      ['打开面板', '打'.repeat(126), /too long/],
      [/(<Hosts>[\s\S]*?<\/Hosts>)\s*(<Requirements>[\s\S]*?<\/Requirements>)/, '$2$1', /out of order/],
    ];
    for (const [what, instead, slip] of broken)
      assert.match(slipsOf(xml.replace(what, instead), DEVELOPMENT_ORIGIN).join('; '), slip);
  });

  it('has the group and its three buttons, each with what it does', () => {
    const tags = tagsOf(xml);
    const words = new Map(tags.map((tag) => [tag.attributes['id'], tag.attributes['DefaultValue']]));
    assert.equal(words.get('Group.Label'), '诉求督办');
    assert.deepEqual(
      ['Open', 'Check', 'Clear'].map((id) => words.get(`${id}.Label`)),
      ['打开面板', '检查台账', '清除标记'],
    );
    assert.deepEqual(
      tags.filter((tag) => tag.name === 'FunctionName').map((tag) => tag.text),
      Object.keys(RIBBON_FUNCTIONS),
    );
  });

  it('shares one runtime between pane and buttons: one page for all', () => {
    const pages = tagsOf(xml).filter((tag) => ['Runtime', 'FunctionFile', 'SourceLocation'].includes(tag.name));
    assert.deepEqual([...new Set(pages.flatMap((tag) => tag.attributes['resid'] ?? []))], ['Pane.Url']);
    assert.equal(pages.length, 4);
  });

  it('asks for no more than what every Excel has, so that none is shut out', () => {
    const [set] = tagsOf(xml).filter((tag) => tag.name === 'Set');
    assert.deepEqual({ ...set?.attributes }, { Name: 'ExcelApi', MinVersion: '1.1' });
  });

  it('is written anew for another origin, with a path or without, and is right there too', () => {
    for (const origin of ['https://10.1.2.3/appeals', 'https://office.example', 'https://office.example:8443/a/b']) {
      const there = manifestFor(root, readOrigin(`${origin}/`));
      assert.doesNotMatch(there, /localhost/);
      assert.deepEqual(slipsOf(there, origin), []);
    }
  });

  it('is read by Microsoft’s own tool', function () {
    this.timeout(300_000);
    const folder = mkdtempSync(path.join(os.tmpdir(), 'appeals-manifest-'));
    try {
      const file = path.join(folder, 'manifest.xml');
      writeFileSync(file, manifestFor(root, 'https://office.example/appeals'));
      const tool = path.join(root, 'node_modules', 'office-addin-manifest', 'cli.js');
      const { status, stdout } = spawnSync(process.execPath, [tool, 'info', file], { encoding: 'utf8' });
      assert.equal(status, 0);
      assert.match(stdout, /Name: 诉求台账督办/);
      assert.match(stdout, /Source Location: https:\/\/office\.example\/appeals\/pane\.html/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('an origin to build for', () => {
  it('is an https address', () => {
    assert.equal(readOrigin('https://10.1.2.3/a/'), 'https://10.1.2.3/a');
    assert.equal(readOrigin('https://host'), 'https://host');
  });
  it('is refused otherwise, with what to write', () => {
    for (const wrong of ['', 'host/path', 'http://host', 'https://host/?a=1', 'https://host/#a', 'https://a:b@host'])
      assert.throws(() => readOrigin(wrong), /https/, wrong);
  });
});
