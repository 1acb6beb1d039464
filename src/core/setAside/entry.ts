import type { CivilDay } from '../dates/civil';

/** 误报 or 暂缓. */
export type AsideKind = 'wrong' | 'postponed';

/** What a person said of a finding that is not to stand for now. */
export interface Aside {
  readonly kind: AsideKind;
  readonly reason: string;
  /** Who said so, by name. */
  readonly by: string;
  readonly on: CivilDay;
  /** The last day it holds; null for as long as the facts stay. */
  readonly until: CivilDay | null;
}

/** A finding set aside, as the workbook keeps it on a sheet of ours. */
export interface SetAsideEntry extends Aside {
  /** The ledger's sheet. */
  readonly sheet: string;
  /** The rule's name, and the title it had. */
  readonly rule: string;
  readonly title: string;
  /** What the case is known by, whatever row it stands on: see `caseIdentities`. */
  readonly identity: string;
  /** What the finding rested on: see `fingerprint`. */
  readonly fingerprint: string;
  /** For a reader of the sheet: 编号 and 责任股室 as they stood. */
  readonly caseNo: string;
  readonly unit: string;
}
