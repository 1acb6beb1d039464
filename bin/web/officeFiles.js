'use strict';
// The part of office.js that Excel asks for, found by watching its requests (test/addin/shell/officeFiles.test.ts holds
// it): the entry, one file for each kind of host, the words of two languages. Its telemetry scripts are left out; it
// does without them.
const path = require('node:path');

const OFFICE_FILES = [
  'office.js',
  'excel-win32-16.01.js',
  'excel-win32-16.00.js',
  'excel-mac-16.00.js',
  'excel-web-16.00.js',
  'zh-cn/office_strings.js',
  'en-us/office_strings.js',
];

const officeFolder = (root) => path.join(root, 'node_modules', '@microsoft', 'office-js', 'dist');

module.exports = { OFFICE_FILES, officeFolder };
