import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { serveFolder } from '../../../bin/web/staticServer';

interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

describe('the static server', () => {
  const top = mkdtempSync(path.join(os.tmpdir(), 'appeals-serve-'));
  const folder = path.join(top, 'site');
  let site: { readonly origin: string; close(): Promise<void> };

  before(async () => {
    mkdirSync(path.join(folder, '规则'), { recursive: true });
    writeFileSync(path.join(top, 'secret.txt'), 'secret');
    writeFileSync(path.join(folder, 'index.html'), '<p>hello');
    writeFileSync(path.join(folder, 'app.0123abcd.js'), 'run()');
    writeFileSync(path.join(folder, '.hidden'), 'secret');
    writeFileSync(path.join(folder, '规则', '甲.json'), '{}');
    symlinkSync(path.join(top, 'secret.txt'), path.join(folder, 'link.txt'));
    site = await serveFolder(folder);
  });
  after(async () => {
    await site.close();
    rmSync(top, { recursive: true });
  });

  /** As a client that tidies nothing would ask. */
  const ask = (at: string, options: http.RequestOptions = {}): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const { port } = new URL(site.origin);
      const request = http.request({ host: '127.0.0.1', port, path: at, ...options }, (response) => {
        let body = '';
        response.on('data', (piece: Buffer) => (body += piece.toString()));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
      });
      request.on('error', reject).end();
    });

  it('serves files with their types, the policy and nosniff', async () => {
    const page = await ask('/');
    assert.equal(page.body, '<p>hello');
    assert.equal(page.headers['content-type'], 'text/html; charset=utf-8');
    assert.match(String(page.headers['content-security-policy']), /^default-src 'none'; script-src 'self';/);
    assert.equal(page.headers['x-content-type-options'], 'nosniff');
    assert.equal((await ask('/app.0123abcd.js?x=1')).headers['content-type'], 'text/javascript; charset=utf-8');
    assert.equal((await ask(encodeURI('/规则/甲.json'))).body, '{}');
  });

  it('keeps what changes its name with its content, asks again for the rest', async () => {
    assert.match(String((await ask('/app.0123abcd.js')).headers['cache-control']), /immutable/);
    const page = await ask('/index.html');
    assert.equal(page.headers['cache-control'], 'no-cache');
    const again = await ask('/index.html', { headers: { 'if-none-match': page.headers.etag } });
    assert.equal(again.status, 304);
    assert.equal(again.body, '');
  });

  it('gives nothing outside its folder, nothing hidden, no listing', async () => {
    const ways = [
      '/../secret.txt',
      '/..%2fsecret.txt',
      '/%2e%2e/secret.txt',
      '/%2e%2e%5csecret.txt',
      '/x/../../secret.txt',
      '//secret.txt',
      '/link.txt',
      '/.hidden',
      '/index.html%00.js',
      '/%e0%a4',
      encodeURI('/规则'),
      encodeURI('/规则/'),
      '/absent.js',
    ];
    for (const way of ways) {
      const answer = await ask(way);
      assert.equal(answer.status, 404, way);
      assert.doesNotMatch(answer.body, /secret|甲/, way);
    }
  });

  it('only gives: it takes nothing', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) assert.equal((await ask('/', { method })).status, 405);
    const head = await ask('/index.html', { method: 'HEAD' });
    assert.deepEqual([head.status, head.body, head.headers['content-length']], [200, '', '8']);
  });

  it('listens on this machine alone', () => {
    assert.match(site.origin, /^http:\/\/127\.0\.0\.1:\d+$/);
  });
});
