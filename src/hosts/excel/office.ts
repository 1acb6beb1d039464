/// <reference types="office-js" />

/** What this host needs of Office.js, brought by the composition root so that nothing here names a global. */
export interface OfficeRuntime {
  readonly Excel: { readonly RequestContext: new () => Excel.RequestContext };
  /** Whether this Excel has a requirement set of ExcelApi, such as `1.13`. */
  readonly isSetSupported: (version: string) => boolean;
  /** Path or address of the open document; '' for one that was never saved. */
  readonly documentUrl: string;
  /** Settings of the document that every Excel has; null where there are none (ours then wait for ExcelApi 1.4). */
  readonly documentSettings: DocumentSettings | null;
}

/** The part of `Office.Settings` that is used. */
export interface DocumentSettings {
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  remove(name: string): void;
  saveAsync(done: (result: { readonly status: string; readonly error?: { readonly message?: string } }) => void): void;
}

/** Takes the runtime from the globals of a page that loaded office.js; call after `Office.onReady`. */
export function runtimeOf(office: typeof Office, excel: typeof Excel): OfficeRuntime {
  const { requirements, document } = office.context;
  return {
    Excel: excel,
    isSetSupported: (version) => requirements.isSetSupported('ExcelApi', version),
    documentUrl: document.url ?? '',
    documentSettings: document.settings as unknown as DocumentSettings,
  };
}

export type Context = Excel.RequestContext;
export type Sheet = Excel.Worksheet;
export type Range = Excel.Range;
/** A matrix as Office.js gives and takes it: '' is blank; null leaves a cell as it is. */
export type Matrix = (string | number | boolean | null)[][];
