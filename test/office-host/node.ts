/// <reference types="office-js" />
import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { isBelow, readApiTable, requirementSets, type ApiTable } from './engine/apiSets';
import { ExcelHost, type HostOptions } from './host';
import { createBridge } from './hostBridge';
import { commonSettings, type CommonSettings } from './commonSettings';

/** The folder of Microsoft's own files, read and never changed. */
export const OFFICE_JS = path.join(path.dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');

let table: ApiTable | null = null;
/** Which member came with which ExcelApi, out of the client's own debug file. */
export function apiTable(): ApiTable {
  table ??= readApiTable(readFileSync(path.join(OFFICE_JS, 'excel-win32-16.01.debug.js'), 'utf8'));
  return table;
}

/** The part of `Office` that an add-in asks outside of `Excel.run`. */
export interface OfficeNamespace {
  readonly onReady: (callback?: (info: OfficeInfo) => void) => Promise<OfficeInfo>;
  readonly context: {
    readonly displayLanguage: string;
    readonly requirements: { isSetSupported(name: string, version?: string): boolean };
    readonly document: { readonly url: string; readonly settings: CommonSettings };
  };
}
export interface OfficeInfo {
  readonly host: string;
  readonly platform: string;
}

export interface LoadedOffice {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly Office: OfficeNamespace;
  readonly host: ExcelHost;
}

/**
 * The real proxies over an emulated Excel, in this process. Each call is an Excel of its own. `Office` is ours: this
 * transport has none; it answers what an add-in asks of it, and the proxies see it as they would the real one.
 */
export function loadOffice(options: HostOptions): LoadedOffice {
  const host = new ExcelHost(options, apiTable());
  const window: Record<string, unknown> = {
    navigator: { userAgent: 'node' },
    _richApiNativeBridge: createBridge(host),
  };
  window.window = window;
  const made = evaluateHostFile(window);
  // The proxies ask `window.Office.context` for requirement sets; office.js, which would set it up, is not here.
  const office = Object.create(made.Office, Object.getOwnPropertyDescriptors(officeNamespace(host))) as OfficeNamespace;
  window.Office = office;
  return { Excel: made.Excel, OfficeExtension: made.OfficeExtension, Office: office, host };
}

interface Evaluated {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly Office: object;
}

/** Names that the host file declares with `var` and reads back from `window`, as in a page, where they are the same. */
const SHARED = ['Excel', 'Microsoft', 'OSF', 'Office', 'OfficeCore', 'OfficeExt', 'OfficeExtension', 'OfficeRuntime'];
let source: string | null = null;

/** Runs Microsoft's host file, text unchanged, in this realm: the arrays it makes are our arrays. */
function evaluateHostFile(window: Record<string, unknown>): Evaluated {
  source ??= readFileSync(path.join(OFFICE_JS, 'excel-win32-16.01.js'), 'utf8');
  const accessors = SHARED.map(
    (name) => `Object.defineProperty(window,'${name}',{get:function(){return ${name}},set:function(v){${name}=v}});`,
  );
  const run = vm.compileFunction(`var ${SHARED.join()};${accessors.join('')}\n${source}\n;return window;`, [], {
    filename: 'excel-win32-16.01.js',
    contextExtensions: [window],
  }) as () => Evaluated;
  return run.call(window);
}

function officeNamespace(host: ExcelHost): OfficeNamespace {
  const info: OfficeInfo = { host: 'Excel', platform: 'PC' };
  return {
    onReady: (callback) => {
      callback?.(info);
      return Promise.resolve(info);
    },
    context: {
      displayLanguage: host.locale,
      requirements: { isSetSupported: (name, version = '1.1') => supports(host, name, version) },
      document: { url: host.book.name, settings: commonSettings(host.book) },
    },
  };
}

function supports(host: ExcelHost, name: string, version: string): boolean {
  const has = requirementSets(host.requirementSet)[name];
  return has !== undefined && !isBelow(has, version);
}
