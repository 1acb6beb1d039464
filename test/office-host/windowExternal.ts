import { requirementSets } from './engine/apiSets';
import { RequestError } from './engine/errors';
import type { ExcelHost } from './host';

/** The calls by which office.js reaches a desktop host. */
const DISPATCH = { richApi: 93, objectModelEvents: 33, selectionChanged: 2 } as const;

/** Callbacks get something like a VB SafeArray. */
const safeArray = (items: readonly unknown[]): { toArray(): readonly unknown[] } => ({ toArray: () => items });
type Callback = (response: unknown, code?: number) => void;
type Handler = (dispatchId: number, payload: unknown) => void;

/** Office's number for a call that this host does not have. */
const NOT_SUPPORTED = 5001;

/** Transport A: what office.js looks for on `window.external`; to be called before office.js is evaluated. */
export function installOnWindow(window: { external?: unknown }, host: ExcelHost): void {
  const handlers = new Map<number, Handler>();
  host.deliver = (events) => handlers.get(DISPATCH.objectModelEvents)?.(DISPATCH.objectModelEvents, safeArray(events));
  host.book.listeners.push({
    selected: () => {
      setTimeout(() => handlers.get(DISPATCH.selectionChanged)?.(DISPATCH.selectionChanged, safeArray([])), 0);
    },
  });
  const external = (window.external ??= {});
  Object.assign(external, {
    // host, platform, version, locale, correlation, dialog, logging
    GetHostInfo: () => `Excel$Win32$16.01$${host.locale}$telemetry$$disableLogging$0`,
    GetLoggingAllowed: () => false,
    GetContext: () => contextOf(host),
    Execute: (dispatchId: number, params: readonly (readonly unknown[])[], callback: Callback) => {
      if (dispatchId !== DISPATCH.richApi) {
        setTimeout(() => callback(NOT_SUPPORTED), 0);
        return;
      }
      // params[0]: custom data, verb, path, headers, body, permission, flags …
      host.process(String(params[0]?.[4])).then(
        (body) => callback(safeArray([0, [200, [], body]])),
        (error: unknown) => {
          const code = error instanceof RequestError ? error.officeCode : NOT_SUPPORTED;
          callback(safeArray([code, error instanceof Error ? error.message : String(error)]));
        },
      );
    },
    RegisterEvent: (dispatchId: number, _target: string, handler: Handler, callback: Callback) => {
      handlers.set(dispatchId, handler);
      setTimeout(() => callback(0), 0);
    },
    UnregisterEvent: (dispatchId: number, _target: string, callback: Callback) => {
      handlers.delete(dispatchId);
      setTimeout(() => callback(0), 0);
    },
  });
}

/** What office.js asks once, at start: who the host is and what it can do. */
function contextOf(host: ExcelHost): Readonly<Record<string, () => unknown>> {
  const { book } = host;
  return {
    GetAppType: () => 1,
    GetSolutionRef: () => '{emulated-solution}',
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => host.locale,
    GetAppDataLocale: () => host.locale,
    GetDocUrl: () => `C:\\Users\\Public\\Documents\\${book.name}`,
    GetAppCapabilities: () => (host.readOnly ? 1 : 0),
    GetActivationMode: () => 2,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => '',
    GetInstanceId: () => 'emulated-instance',
    GetSupportedMatrix: () => JSON.stringify(requirementSets(host.requirementSet)),
    GetHostFullVersion: () => '16.0.18025.20104',
    GetSettings: () => ({
      Read: (keys: string[], values: string[]) => {
        for (const [key, json] of book.settings) {
          keys.push(key);
          values.push(json);
        }
      },
      Write: (keys: readonly string[], values: readonly string[]) => {
        book.settings = new Map(keys.map((key, i) => [key, values[i] ?? 'null']));
      },
    }),
  };
}
