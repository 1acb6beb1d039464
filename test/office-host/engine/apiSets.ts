import { apiNotFound } from './errors';

/** `Class.member` (as the client writes it) -> the ExcelApi version that brought it; what is not here is of 1.1. */
export type ApiTable = Readonly<Record<string, string>>;

/**
 * Reads the table out of the client's own debug file, where every later member names its set. Members of previews
 * carry version 1.1 there and are none of ours. A class that one property alone leads to is as new as that property.
 */
export function readApiTable(debugFile: string): ApiTable {
  const table: Record<string, string> = {};
  const named = /_throwIfApiNotSupported\("(\w+\.\w+)", _defaultApiSetName, "(\d+\.\d+)"/g;
  for (const [, member = '', version = ''] of debugFile.matchAll(named)) table[member] = version;
  return table;
}

/** Whether version `a` comes before `b`: 1.9 before 1.10. */
export function isBelow(a: string, b: string): boolean {
  const [majorA = 0, minorA = 0] = a.split('.').map(Number);
  const [majorB = 0, minorB = 0] = b.split('.').map(Number);
  return majorA !== majorB ? majorA < majorB : minorA < minorB;
}

/** The members a host of one requirement set has. */
export class ApiLevel {
  constructor(
    private readonly table: ApiTable,
    readonly version: string,
  ) {}

  isNewer(type: string, member: string): boolean {
    const since = this.table[`${type}.${member}`];
    return since !== undefined && isBelow(this.version, since);
  }

  demand(type: string, member: string): void {
    if (this.isNewer(type, member))
      throw apiNotFound(`${type}.${member}`, `ExcelApi ${this.table[`${type}.${member}`] ?? ''}`);
  }
}

/** The sets that an Excel of one ExcelApi version has beside it. */
export function requirementSets(excelApi: string): Readonly<Record<string, string>> {
  return {
    ExcelApi: excelApi,
    DialogApi: '1.2',
    Settings: '1.1',
    CustomXmlParts: '1.1',
    File: '1.1',
    RichApiRuntime: '1.2',
    ...(isBelow(excelApi, '1.9') ? {} : { RibbonApi: '1.1', SharedRuntime: '1.1' }),
  };
}
