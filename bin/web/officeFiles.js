'use strict';
// The part of office.js that is asked for, found by watching its requests (test/addin/site/pages.test.ts holds it): the
// entry, the table by which it tells that it is in no Office at all, one file for each kind of host, the words of two
// languages. Its telemetry scripts are left out; it does without them.
const path = require('node:path');

const OFFICE_FILES = [
  'office.js',
  'o15apptofilemappingtable.js',
  'excel-win32-16.01.js',
  'excel-win32-16.00.js',
  'excel-mac-16.00.js',
  'excel-web-16.00.js',
  'zh-cn/office_strings.js',
  'en-us/office_strings.js',
];

const officeFolder = (root) => path.join(root, 'node_modules', '@microsoft', 'office-js', 'dist');

module.exports = { OFFICE_FILES, officeFolder };
