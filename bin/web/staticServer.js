'use strict';
// Serves the files below one folder and nothing else: no listing, no way out of the folder, the page's policy as a
// header. `npm start`, `npm run dev` and the browser tests use it.
const fs = require('node:fs');
const http = require('node:http');
const https = require('node:https');
const path = require('node:path');
const { headerPolicy } = require('./contentPolicy');

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.map': 'application/json; charset=utf-8',
};

/** Names that change with their content may be kept for good; everything else is asked for again each time. */
const HASHED = /\.[0-9a-f]{8}\.js$/;

/** Tells the file that an address means, or null: outside the folder, hidden, a folder, not there. */
function fileFor(folder, address) {
  let inside;
  try {
    inside = decodeURIComponent(new URL(`http://localhost${address}`).pathname);
  } catch {
    return null;
  }
  if (/[\0\\]/.test(inside)) return null;
  const parts = inside.split('/').filter((part) => part !== '');
  if (parts.some((part) => part.startsWith('.'))) return null;
  if (inside.endsWith('/') && parts.length === 0) parts.push('index.html');
  try {
    const file = fs.realpathSync(path.join(folder, ...parts));
    const within = file.startsWith(fs.realpathSync(folder) + path.sep);
    return within && fs.statSync(file).isFile() ? file : null;
  } catch {
    return null;
  }
}

const answerFrom = (folder) => (request, response) => {
  const headers = {
    'Content-Security-Policy': headerPolicy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  };
  const plain = (status, more = {}) => {
    response.writeHead(status, { ...headers, ...more, 'Content-Type': 'text/plain; charset=utf-8' });
    response.end(http.STATUS_CODES[status]);
  };
  if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405, { Allow: 'GET, HEAD' });
  const file = fileFor(folder, request.url ?? '/');
  if (file === null) return plain(404);
  const { size, mtimeMs } = fs.statSync(file);
  const tag = `"${size.toString(16)}-${Math.floor(mtimeMs).toString(16)}"`;
  const about = {
    ...headers,
    'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream',
    'Cache-Control': HASHED.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
    ETag: tag,
  };
  if (request.headers['if-none-match'] === tag) {
    response.writeHead(304, about);
    return response.end();
  }
  response.writeHead(200, { ...about, 'Content-Length': size });
  if (request.method === 'HEAD') return response.end();
  return fs
    .createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response);
};

/**
 * Starts serving on this machine alone.
 * @param {string} folder
 * @param {{ port?: number, tls?: object }} [options] port 0 takes a free one; `tls` makes it HTTPS
 * @returns {Promise<{ origin: string, close: () => Promise<void> }>}
 */
async function serveFolder(folder, options = {}) {
  const answer = answerFrom(folder);
  const server = options.tls ? https.createServer(options.tls, answer) : http.createServer(answer);
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, options.tls ? 'localhost' : '127.0.0.1', resolve);
  });
  const { port } = server.address();
  return {
    origin: options.tls ? `https://localhost:${port}` : `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

module.exports = { serveFolder };
