'use strict';
// The certificate that `npm run dev` serves with: made and trusted by Microsoft's tool where the system lets it. Where it
// can't be trusted from here (no administrator's rights), the one that was made serves all the same, and how to trust it
// is said.
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

/** Where Microsoft's tool keeps what it makes. */
const FOLDER = path.join(os.homedir(), '.office-addin-dev-certs');

async function developerCertificate() {
  const { getHttpsServerOptions } = require('office-addin-dev-certs');
  try {
    return await getHttpsServerOptions();
  } catch (error) {
    const files = { ca: 'ca.crt', cert: 'localhost.crt', key: 'localhost.key' };
    const paths = Object.entries(files).map(([kind, name]) => [kind, path.join(FOLDER, name)]);
    if (!paths.every(([, file]) => fs.existsSync(file))) throw error;
    const ca = path.join(FOLDER, files.ca);
    console.error(
      `开发用的证书已做好，但没能让系统信任它（${String(error.message).split('\n')[0]}）。页面照常提供；` +
        `Excel 要信任它才打得开窗格：请用管理员身份把 ${ca} 装入“受信任的根证书颁发机构”，再重新运行。`,
    );
    return Object.fromEntries(paths.map(([kind, file]) => [kind, fs.readFileSync(file)]));
  }
}

module.exports = { developerCertificate };
