'use strict';
// A loader for Fabric's own modules: the addresses of Microsoft's CDNs become empty, which Fabric takes for "no fonts
// and no icons to fetch". So the bundle names no other site, whatever the page sets at run time.
const CDN = /https:\/\/(?:static2\.sharepointonline\.com|res\.cdn\.office\.net)[^'"]*/g;

module.exports = function fabricOffline(source) {
  return source.replace(CDN, '');
};
