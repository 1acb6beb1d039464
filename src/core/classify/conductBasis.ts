import { isUnknown, type Fact } from '../facts/column';
import type { CaseReader } from '../facts/definition';
import { passageOf } from './passage';
import { createWordScan, type WordScan } from './wordScan';
import type { RulePack } from '../rules/pack';

/** The lexicons that say what names an authority and what a document. */
export const CONDUCT_BASIS_LEXICONS = ['authorities', 'legal-documents'] as const;

const scans = new WeakMap<RulePack, readonly WordScan[]>();

/**
 * Whether 认定依据 names both an authority and a document; it may stand in the 违法行为 cell itself, 有（县公安局行政处罚决定书…）.
 * A blank names neither; without the column and without a word in the cell it can't be told.
 */
export function conductBasisIsComplete(read: CaseReader): Fact<boolean> {
  const stated = read.text('conductBasis');
  const beside = read.context.table.seen('conduct', read.index);
  const text = passageOf(`${typeof stated === 'string' ? stated : ''}\n${beside}`).text;
  if (scansOf(read.context.pack).every((scan) => scan.find(text).length > 0)) return true;
  return isUnknown(stated) ? stated : false;
}

function scansOf(pack: RulePack): readonly WordScan[] {
  let made = scans.get(pack);
  if (made === undefined) {
    made = CONDUCT_BASIS_LEXICONS.map((name) => createWordScan(pack.lexicons.get(name)?.words ?? []));
    scans.set(pack, made);
  }
  return made;
}
