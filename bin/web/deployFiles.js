'use strict';
// What stands beside the site in a build for a server: the manifest for its address, and how to set the server up.
const fs = require('node:fs');
const path = require('node:path');
const { headerPolicy } = require('./contentPolicy');

/** The address that manifest.xml in the repository is for. */
const DEVELOPMENT_ORIGIN = 'https://localhost:3000';

/** An https address without query, fragment or slash at its end; anything else throws with what to do. */
function readOrigin(text) {
  let address;
  try {
    address = new URL(text);
  } catch {
    throw new Error(`--origin 的“${text}”不是网址。请写成 https://主机/路径，例如 https://10.1.2.3/susong。`);
  }
  if (address.protocol !== 'https:' || address.search || address.hash || address.username)
    throw new Error(`--origin 的“${text}”不能用：Excel 只认 https 网址，不带问号、井号和账号。`);
  return address.origin + address.pathname.replace(/\/+$/, '');
}

const manifestFor = (root, origin) => {
  const escaped = origin.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
  return (
    fs
      .readFileSync(path.join(root, 'manifest.xml'), 'utf8')
      .replaceAll(`<AppDomain>${DEVELOPMENT_ORIGIN}</AppDomain>`, `<AppDomain>${new URL(origin).origin}</AppDomain>`)
      // Its comment speaks of the one in the repository.
      .replace(/^<!--.*-->\n/m, '')
      .replaceAll(DEVELOPMENT_ORIGIN, escaped)
  );
};

const nginxSnippet = (origin) => {
  const at = new URL(origin).pathname.replace(/\/$/, '');
  return `# 诉求台账督办：静态文件。把 site 文件夹放到服务器上，按实际位置改 alias 一行，放进 https 的 server { } 里。
location ${at}/ {
  alias /srv/appeals-ledger/site/;
  index index.html;
  autoindex off;
  include mime.types;
  add_header Content-Security-Policy "${headerPolicy}" always;
  add_header X-Content-Type-Options "nosniff" always;
  add_header Referrer-Policy "no-referrer" always;
  add_header Cache-Control "no-cache" always;
  gzip on;
  gzip_types text/javascript application/javascript application/json text/css;
}
`;
};

const iisConfig = () => `<?xml version="1.0" encoding="UTF-8"?>
<configuration>
  <system.webServer>
    <directoryBrowse enabled="false" />
    <defaultDocument>
      <files>
        <clear />
        <add value="index.html" />
      </files>
    </defaultDocument>
    <staticContent>
      <remove fileExtension=".json" />
      <mimeMap fileExtension=".json" mimeType="application/json" />
      <remove fileExtension=".xlsx" />
      <mimeMap fileExtension=".xlsx" mimeType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" />
      <clientCache cacheControlMode="DisableCache" />
    </staticContent>
    <httpProtocol>
      <customHeaders>
        <remove name="X-Powered-By" />
        <add name="Content-Security-Policy" value="${headerPolicy}" />
        <add name="X-Content-Type-Options" value="nosniff" />
        <add name="Referrer-Policy" value="no-referrer" />
      </customHeaders>
    </httpProtocol>
  </system.webServer>
</configuration>
`;

module.exports = { DEVELOPMENT_ORIGIN, readOrigin, manifestFor, nginxSnippet, iisConfig };
