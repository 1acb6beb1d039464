/** What a cell of units says: each unit once, and the one that is marked as leading, if exactly one is. */
export interface UnitNames {
  readonly names: readonly string[];
  readonly lead: string | null;
}

const SEPARATORS = /[、,，;；/／|\n\r\t]+/u;
const BRACKETS = /[(（\[【〔〈][^)）\]】〕〉]*[)）\]】〕〉]?/gu;
const LABEL = /^[^:：]{1,10}[:：]/u;
const PHONE =
  /(?<![A-Za-z\d])(?:(?:\+?86[-\s]?)?1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}|0\d{2,3}[-—－\s]?\d{7,8}|\d{7,8})(?!\d)/gu;
const AND_OTHERS = /等(?:[\d一二三四五六七八九十百]+(?:余|多)?)?(?:人|名|户|户村民|位|村民|群众|居民)?$/u;
const RANK = '一二三四';
const TITLE_WORDS =
  '党委书记 党组书记 党组成员 党委委员 党组副书记 党委副书记 副书记 书记 党支部书记 常务副局长 副局长 局长 副县长 县长 副镇长 镇长 副乡长 乡长 副部长 部长 副厅长 厅长 副处长 处长 副科长 科长 副股长 股长 副所长 所长 副主任 主任 政治部主任 办公室主任 专职副主任 副大队长 大队长 副队长 队长 中队长 副院长 院长 副站长 站长 副主席 主席 副会长 会长 副组长 组长 副经理 总经理 经理 董事长 负责人 科员 办事员 干部 委员 调研员 工作人员 司法助理员 人民调解员 调解员 律师 公证员 同志 先生 女士 本人'.split(
    ' ',
  );
const TITLE = [...TITLE_WORDS].sort((a, b) => b.length - a.length).join('|');
const RANKED = `(?:[${RANK}]级(?:主任科员|调研员|科员)|(?:正|副)?(?:科|处|股)级干部?)`;
const ONLY_TITLE = new RegExp(`^(?:局|县|县局|镇|乡)?(?:${TITLE}|${RANKED})+$`, 'u');
const TITLE_BEHIND = new RegExp(`^(.{2,}?)(?:${TITLE}|${RANKED})+$`, 'u');
const TITLE_BEFORE = new RegExp(`^(?:局|县|县局)?(?:${TITLE}|${RANKED})(.{2,4})$`, 'u');
const HAN_ONLY = /^[\u3400-\u9fff〇]+$/u;
const UNIT_END =
  /(?:股|室|所|局|处|科|中心|大队|中队|支队|队|办|委|院|站|镇|乡|街道|村|社区|部|会|组|公司|政府|学校|医院|集团|厅|庭)$/u;
const LEAD = /牵头|主办|主责|主要责任|首办|负总责/u;
const SUPPORT = /协办|配合|协助|协同|参与|会办/u;

/** Characters that a title, a rank, 等人 or a conjunction ends with or is: without any of them none of these is there. */
const ENDS_OF_TITLES = [...new Set([...TITLE_WORDS, '科员', '干部', '干'].map((title) => title.at(-1)))].join('');
/** What most cells hold: one name, nothing to take off or apart. */
const IS_ONE_NAME = new RegExp(`^[^${ENDS_OF_TITLES}等和及与\\P{Script=Han}]{2,4}$`, 'u');

const squeeze = (text: string): string => text.replace(/[\s\u200b-\u200f\u2060\ufeff]+/gu, '');

/**
 * The people a cell names, each once: separated by 、，,；;/ or line breaks (和, 及, 与 only between whole names),
 * without titles, telephones, brackets and labels. Blanks inside a two-character name do not count.
 * @example splitNames('牵头：王某（局长）、杜 婵') is ['王某', '杜婵']
 */
export function splitNames(text: string): readonly string[] {
  if (IS_ONE_NAME.test(text)) return [text];
  const names: string[] = [];
  for (const piece of pieces(text)) {
    for (const part of byConjunction(
      piece,
      (left, right) => left.length >= 2 && right.length >= 2 && left.length + right.length >= 4,
    )) {
      for (const name of personNames(part)) if (!names.includes(name)) names.push(name);
    }
  }
  return names;
}

/**
 * The units a cell names, each once, and which of them leads (`办公室（牵头）`, `牵头：办公室`, `办公室牵头`). Names that
 * hold 与 or 和 themselves (普法与依法治理股) stay whole.
 */
export function splitUnits(text: string): UnitNames {
  const names: string[] = [];
  const leads: string[] = [];
  let labelled: 'lead' | 'support' | null = null;
  for (const raw of text.split(/[、,，;；/／|\n\r\t。]+/u)) {
    const label = LABEL.exec(raw.trim())?.[0] ?? '';
    if (label !== '') labelled = LEAD.test(label) ? 'lead' : SUPPORT.test(label) ? 'support' : null;
    const rest = raw.trim().slice(label.length);
    for (const part of byConjunction(rest, (left, right) => UNIT_END.test(bare(left)) && UNIT_END.test(bare(right)))) {
      for (const name of unitNames(part)) {
        if (!names.includes(name.name)) names.push(name.name);
        const leading = name.lead || (labelled === 'lead' && !name.support);
        if (leading && !leads.includes(name.name)) leads.push(name.name);
      }
    }
  }
  const [lead] = leads;
  return { names, lead: leads.length === 1 && lead !== undefined ? lead : null };
}

function pieces(text: string): readonly string[] {
  return text
    .replace(PHONE, ' ')
    .replace(BRACKETS, ' ')
    .split(SEPARATORS)
    .map((piece) => piece.trim().replace(LABEL, '').trim())
    .filter((piece) => piece !== '');
}

/** Cuts at 和, 及, 与 where both sides can stand alone: 李和平 is one person, 医疗保障和救助股 one unit. */
function byConjunction(text: string, stand: (left: string, right: string) => boolean): readonly string[] {
  for (const match of text.matchAll(/[和及与]/gu)) {
    const left = text.slice(0, match.index).trim();
    const right = text.slice(match.index + 1).trim();
    if (left !== '' && right !== '' && stand(squeeze(left), squeeze(right))) {
      return [left, ...byConjunction(right, stand)];
    }
  }
  return [text];
}

function personNames(piece: string): readonly string[] {
  const words = piece
    .replace(/[.。:：*＊]+$/u, '')
    .split(/[\s\u00a0\u3000\u200b-\u200f\ufeff]+/u)
    .filter((word) => word !== '');
  if (words.length > 1 && !words.every((word) => HAN_ONLY.test(word) || ONLY_TITLE.test(word)))
    return [cleaned(words.join(' '))].filter((name) => name !== '');
  const names: string[] = [];
  let loose = '';
  for (const word of words) {
    if (word.length === 1) {
      loose += word;
      if (loose.length === 2 && words.length !== 3) {
        names.push(loose);
        loose = '';
      }
      continue;
    }
    if (loose !== '') names.push(loose);
    loose = '';
    names.push(cleaned(word));
  }
  if (loose !== '') names.push(loose);
  return names.filter((name) => name !== '' && !ONLY_TITLE.test(name));
}

function cleaned(word: string): string {
  const alone = word.replace(AND_OTHERS, '').trim();
  if (ONLY_TITLE.test(alone)) return '';
  const behind = TITLE_BEHIND.exec(alone)?.[1];
  if (behind !== undefined && behind.length <= 4) return behind;
  return TITLE_BEFORE.exec(alone)?.[1] ?? (alone === '' ? word : alone);
}

interface MarkedUnit {
  readonly name: string;
  readonly lead: boolean;
  readonly support: boolean;
}

function unitNames(part: string): readonly MarkedUnit[] {
  const words = part.split(/[\s\u00a0\u3000]+/u).filter((word) => word !== '');
  const separate = words.length > 1 && words.every((word) => UNIT_END.test(bare(word)));
  return (separate ? words : [words.join('')])
    .map((word) => ({ name: bare(word), lead: LEAD.test(word), support: SUPPORT.test(word) && !LEAD.test(word) }))
    .filter(({ name }) => name !== '');
}

/** A unit's name without brackets, telephones and the words that mark its part in the case. */
function bare(word: string): string {
  const name = squeeze(word.replace(PHONE, '').replace(BRACKETS, ''));
  const marked = name
    .replace(/^(?:由|牵头|主办|主责|协办|配合)(?=.{2})/u, '')
    .replace(/(?:负责)?(?:牵头|主办|主责|首办|协办|配合|协助|参与|会办)(?:办理|单位|股室)?$/u, '');
  return marked === '' ? name : marked;
}
