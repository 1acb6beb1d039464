import { splitNames } from '../ledger/splitNames';
import { SHAPES, type MaskShapes } from './shapes';
import { toldNames } from './told/toldNames';

/** Between several whom a case complains of, and what stands in brackets behind one of them. */
const BETWEEN = /[、,，;；/／|\n（）()【】]+/u;
const ORGANISATION =
  /(?:股|室|所|局|处|科|中心|大队|中队|支队|队|办|委|院|站|镇|乡|街道|村|社区|部|会|组|公司|政府|学校|中学|小学|幼儿园|医院|集团|厅|庭|厂|店|行|社|场|校|园|企业|单位|部门|机构|合作社|事务所|小区|物业|项目部|工地|网点|银行|平台|系统|班子|村民|业主)$/u;
const NAME = /^[\p{Script=Han}·]{2,4}$/u;

/** The people among whom a case complains of: 被反映单位（人） holds units, people, and people of units. */
export function accusedNames(seen: string): readonly string[] {
  return [...new Set(pieces(seen).flatMap(namesOf))];
}

/** 被反映单位（人） with its units as they are and its people hidden. */
export function maskAccused(seen: string, { maskNames }: MaskShapes = SHAPES): string {
  let shown = seen;
  for (const piece of pieces(seen)) {
    const names = namesOf(piece);
    const masked = names.reduce((text, name) => text.replaceAll(name, maskNames([name])), piece);
    shown = shown.replace(piece, masked === piece && !ORGANISATION.test(piece) ? maskNames([piece]) : masked);
  }
  return shown;
}

const pieces = (seen: string): readonly string[] =>
  seen
    .split(BETWEEN)
    .map((piece) => piece.trim())
    .filter((piece) => piece.length > 1);

function namesOf(piece: string): readonly string[] {
  const plain = piece.replace(/[\s\u200b-\u200f\ufeff]+/gu, '');
  if (ORGANISATION.test(plain)) return [];
  const told = toldNames(plain).map(({ name }) => name);
  if (told.length > 0) return told;
  return splitNames(piece).filter((name) => NAME.test(name) && !ORGANISATION.test(name));
}
