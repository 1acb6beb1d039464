import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { OFFICE_JS } from './node';

export interface Site {
  readonly origin: string;
  /** Paths asked for, in order. */
  readonly hits: readonly string[];
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.json': 'application/json',
};

/** Serves given texts by path, and Microsoft's files below /office-js/, with the headers given. */
export async function serveSite(
  files: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Site> {
  const hits: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    hits.push(pathname);
    const text = files[pathname];
    const type = TYPES[path.extname(pathname)] ?? 'application/octet-stream';
    if (text !== undefined) {
      response.writeHead(200, { 'content-type': type, ...headers }).end(text);
      return;
    }
    const below = /^\/office-js\/([\w./-]+)$/.exec(pathname)?.[1];
    if (below === undefined || below.includes('..')) {
      response.writeHead(404).end();
      return;
    }
    readFile(path.join(OFFICE_JS, below)).then(
      (data) => response.writeHead(200, { 'content-type': type, ...headers }).end(data),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    hits,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
