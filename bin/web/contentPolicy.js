'use strict';
// What a page may load and where it may send: its own origin and nothing else. The same words go into the pages (meta),
// into our server's headers and into the snippets for nginx and IIS.

/** Styles are made by scripts at run time (Fabric, the grid), so inline style stays allowed; scripts never are. */
const PAGE_POLICY = {
  'default-src': "'none'",
  'script-src': "'self'",
  'worker-src': "'self'",
  'connect-src': "'self'",
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data: blob:",
  'font-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
};

/** Only a header can say these. */
const HEADER_POLICY = { ...PAGE_POLICY, 'frame-ancestors': "'self'" };

const say = (policy) =>
  Object.entries(policy)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');

/** The one file that opens from a folder: scripts by their hashes, a worker made of the file's own text, no network. */
const singlePolicy = (hashes) =>
  say({
    ...PAGE_POLICY,
    'script-src': hashes.map((hash) => `'sha256-${hash}'`).join(' ') + ' blob:',
    'worker-src': 'blob:',
    'connect-src': "'none'",
    'img-src': 'data: blob:',
    'style-src': "'unsafe-inline'",
  });

module.exports = { pagePolicy: say(PAGE_POLICY), headerPolicy: say(HEADER_POLICY), singlePolicy };
