import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { SaxesParser } from 'saxes';
import { buildSite, root } from '../../../bin/web/buildSite';
import { headerPolicy, pagePolicy, singlePolicy } from '../../../bin/web/contentPolicy';
import { iisConfig, nginxSnippet } from '../../../bin/web/deployFiles';
import { insideScript } from '../../../bin/web/singleFile';

describe('how a server is set up', () => {
  it('says one policy everywhere: own origin, no code from text, no frames of others', () => {
    assert.ok(nginxSnippet('https://host/appeals').includes(headerPolicy));
    assert.ok(iisConfig().includes(headerPolicy));
    assert.ok(headerPolicy.startsWith(pagePolicy));
    assert.match(headerPolicy, /frame-ancestors 'self'/);
    for (const policy of [pagePolicy, headerPolicy]) {
      assert.match(policy, /^default-src 'none'/);
      assert.doesNotMatch(policy, /unsafe-eval|https?:|\*/);
      assert.doesNotMatch(policy, /script-src[^;]*unsafe-inline/);
    }
    assert.match(singlePolicy(['abc=']), /script-src 'sha256-abc=' blob:; worker-src blob:; connect-src 'none'/);
  });

  it('puts nginx’s part at the path of the origin', () => {
    assert.match(nginxSnippet('https://host/a/b'), /^location \/a\/b\/ \{$/m);
    assert.match(nginxSnippet('https://host'), /^location \/ \{$/m);
  });

  it('is well-formed XML for IIS, which knows .json there', () => {
    const extensions: string[] = [];
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('opentag', ({ name, attributes }) => {
      if (name === 'mimeMap') extensions.push(String(attributes['fileExtension']));
    });
    parser.write(iisConfig()).close();
    assert.deepEqual(extensions, ['.json', '.xlsx']);
  });
});

describe('script text inside a page', () => {
  it('neither ends its element nor opens a comment, and means the same', () => {
    const text = `const a = "</script><!-- </SCRIPT>"; a.length`;
    const inside = insideScript(text);
    assert.doesNotMatch(inside, /<\/script|<!--/i);
    assert.equal((0, eval)(inside), (0, eval)(text));
  });
});

describe('setting up', () => {
  /** Sets up a copy of the two files it needs, beside a folder of packages; npm is one that only says it was run. */
  function setUp(prepare: (clone: string) => void, env: NodeJS.ProcessEnv = {}): string {
    const top = mkdtempSync(path.join(os.tmpdir(), 'appeals-setup-'));
    try {
      const clone = path.join(top, 'clone');
      mkdirSync(path.join(clone, 'bin'), { recursive: true });
      copyFileSync(path.join(root, 'bin', 'setup.js'), path.join(clone, 'bin', 'setup.js'));
      writeFileSync(path.join(clone, 'package-lock.json'), '{}');
      writeFileSync(path.join(top, 'npm'), '#!/bin/sh\necho npm "$@"\nmkdir -p node_modules\n', { mode: 0o755 });
      prepare(clone);
      const { APPEALS_SETUP: _, ...rest } = process.env;
      const { stdout } = spawnSync(process.execPath, ['-e', 'require("./bin/setup").install()'], {
        cwd: clone,
        encoding: 'utf8',
        env: { ...rest, PATH: `${top}${path.delimiter}${process.env['PATH']}`, ...env },
      });
      return stdout;
    } finally {
      rmSync(top, { recursive: true });
    }
  }

  it('installs what the lock file names on a fresh clone', () => {
    assert.match(
      setUp(() => undefined),
      /^npm ci --ignore-scripts/,
    );
  });

  it('installs nothing through a link to another’s packages: npm would empty them', () => {
    const linked = (clone: string): void => {
      mkdirSync(path.join(clone, '..', 'shared'));
      symlinkSync(path.join(clone, '..', 'shared'), path.join(clone, 'node_modules'), 'dir');
    };
    assert.equal(setUp(linked), '');
  });

  it('installs nothing from within a test', () => {
    assert.equal(
      setUp(() => undefined, { APPEALS_SETUP: 'done' }),
      '',
    );
  });
});

describe('npm start', function () {
  this.timeout(900_000);

  it('says its address, serves the workbench there, opens no browser where there is none, and ends when told', async () => {
    await buildSite();
    const env = { ...process.env, BROWSER: 'none', APPEALS_SETUP: 'done' };
    const started = spawn(process.execPath, [path.join(root, 'bin', 'start.js')], { env, cwd: root });
    const ended = new Promise<number | null>((resolve) => started.once('exit', resolve));
    try {
      const origin = await new Promise<string>((resolve, reject) => {
        let said = '';
        started.stdout.on('data', (piece: Buffer) => {
          said += piece.toString();
          const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0];
          if (address) resolve(address);
        });
        void ended.then(() => reject(new Error(`ended, having said: ${said}`)));
      });
      const page = await fetch(origin);
      assert.equal(page.status, 200);
      assert.match(await page.text(), /<title>诉求台账督办<\/title>/);
      assert.equal((await fetch(`${origin}samples/messy.xlsx`)).status, 200);
      assert.equal((await fetch(`${origin}rules/pack.json`)).status, 200);
    } finally {
      started.kill('SIGTERM');
    }
    assert.equal(await ended, 0);
  });
});
