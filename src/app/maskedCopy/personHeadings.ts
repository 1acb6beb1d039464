import type { FieldId } from '../../core/ledger/table';

/**
 * Headings below which somebody of a case stands though no field of the pack means them (监护人, 家属电话), by the field
 * whose cells are hidden alike. Who handles cases is none of them.
 */
const HEADINGS: readonly (readonly [RegExp, FieldId])[] = [
  [/(?:身份证|证件)(?:号码?)?$/u, 'idNumber'],
  [/(?:银行卡|卡号|账号|账户|存折)(?:号码?)?$/u, 'idNumber'],
  [/(?:电话|手机|联系方式|座机)(?:号码?)?$/u, 'phone'],
  [/(?:住址|地址|住所|户籍|门牌号?)$/u, 'address'],
  [
    /(?:监护人|代理人|委托人|家属|亲属|配偶|丈夫|妻子|子女|父母|父亲|母亲|受害人|被害人|当事人|户主|房主|共有人|随访人|同访人|陪同人|见证人|证人|担保人|法定代表人|承包人|债权人|债务人|死者|伤者)(?:员|姓名|名字|名单)?$/u,
    'petitioner',
  ],
  [/^(?:家长|成员|群众|村民|业主|职工|户主)?姓名$/u, 'petitioner'],
];

/** The field whose cells are hidden as those below a heading; null where nobody stands there. */
export function fieldLikeHeading(heading: string): FieldId | null {
  const plain = heading.replace(/[\s（）()：:]+/gu, '');
  return HEADINGS.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}
