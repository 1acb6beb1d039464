import type { Slip } from './slip';

const slip =
  (file: string) =>
  (what: string, find: string, put: string, says: string, after = ''): Slip => ({
    slip: what,
    file,
    find,
    put,
    says,
    ...(after === '' ? {} : { after }),
  });

const pack = slip('pack.json');
const fields = slip('fields.json');
const units = slip('lexicon/vague-units.json');
const merit = slip('lexicon/vocab-merit.json');
const organisation = slip('organisation.json');
const campaign = slip('campaign.json');
const limits = slip('limits.json');
const calendar = slip('calendar.json');
const classification = slip('classification.json');

/** Slips in the list of files. */
export const LISTING: readonly Slip[] = [
  pack(
    'a path misspelt',
    '"lexicon/vague-units.json"',
    '⟦"lexicon/vague-unit.json"⟧',
    'files 列出的“lexicon/vague-unit.json”不存在。最接近的文件是“lexicon/vague-units.json”。请改正名称、补上文件，或从 files 中去掉。',
  ),
  pack(
    'a path without its ending',
    '"deadlines.json"',
    '⟦"deadlines"⟧',
    '“deadlines”不能写在 files 里。最接近的文件是“deadlines.json”。请写规则文件夹内的 .json 文件，如 lexicon/名称.json。',
  ),
  pack(
    'a path outside the folder',
    '"deadlines.json"',
    '⟦"../deadlines.json"⟧',
    '“../deadlines.json”不能写在 files 里。最接近的文件是“deadlines.json”。请写规则文件夹内的 .json 文件，如 lexicon/名称.json。',
  ),
  pack(
    'a path with a backslash',
    '"lexicon/vague-units.json"',
    '⟦"lexicon\\\\vague-units.json"⟧',
    `“lexicon\\vague-units.json”不能写在 files 里。最接近的文件是“lexicon/vague-units.json”。请写规则文件夹内的 .json 文件，如 lexicon/名称.json。`,
  ),
  pack(
    'a path twice',
    '"deadlines.json",',
    '"deadlines.json", ⟦"deadlines.json"⟧,',
    '“deadlines.json”在 files 里列了两次。请去掉一处。',
  ),
  pack(
    'a file that is not there',
    '"deadlines.json",',
    '"deadlines.json", ⟦"routing.json"⟧,',
    'files 列出的“routing.json”不存在。请改正名称、补上文件，或从 files 中去掉。',
  ),
  {
    ...pack(
      'a file left out of the list',
      '"deadlines.json",',
      '',
      '“deadlines.json”没有列在 pack.json 的 files 里。请列入，或移出规则文件夹。',
    ),
    at: { file: 'deadlines.json', find: '{' },
  },
  {
    ...pack(
      'a lexicon left out of the list',
      '"lexicon/vague-units.json",',
      '',
      '“lexicon/vague-units.json”没有列在 pack.json 的 files 里。请列入，或移出规则文件夹。',
    ),
    at: { file: 'lexicon/vague-units.json', find: '{' },
  },
  {
    ...pack(
      'a file that the program needs left out',
      '"limits.json",',
      '',
      '“limits.json”没有列在 pack.json 的 files 里。请列入，或移出规则文件夹。',
    ),
    at: { file: 'limits.json', find: '{' },
  },
  {
    ...pack('no version', '"version": "1.0.0",', '', '这里缺少“version”。请补上。'),
    at: { file: 'pack.json', find: '{' },
  },
  pack('a version that is a number', '"version": "1.0.0"', '"version": ⟦1⟧', '“version”要写文字，现在是数。请改正。'),
  pack(
    'a key misspelt',
    '"effective": {',
    '⟦"efective"⟧: {',
    '不认识“efective”这一项。最接近的是“effective”。请改正或删去。',
  ),
  pack(
    'a file that is no text',
    '"deadlines.json",',
    '"deadlines.json", ⟦7⟧,',
    '“files”里每一项都要写文字，这一项是数。请改正。',
  ),
];

/** Slips in fields, words and values. */
export const WORDS: readonly Slip[] = [
  fields(
    'a field’s type misspelt',
    '"type": "date"',
    '"type": ⟦"dat"⟧',
    '“type”不能写“dat”。最接近的是“date”。可以写：text、names、date、limit、boolean、enum、number。',
    '"id": "closedOn"',
  ),
  fields(
    'a field’s id misspelt',
    '"id": "timeLimit"',
    '"id": ⟦"timeLimt"⟧',
    '缺少程序要用的字段“timeLimit”，这里的“timeLimt”可能是它。请把 id 改成“timeLimit”，或补上这个字段。',
  ),
  fields('a field’s id twice', '"id": "caseNo"', '"id": ⟦"serial"⟧', 'id “serial”前面已经用过。请换一个。'),
  fields(
    'a field with the name of a fact',
    '"id": "remark"',
    '"id": ⟦"isOpen"⟧',
    '字段“isOpen”与程序算出的事实同名，类型却不同（文字 与 是或否）。请给字段换个 id。',
  ),
  fields(
    'a vocabulary misspelt',
    '"vocabulary": "merit"',
    '"vocabulary": ⟦"merits"⟧',
    '没有名为“merits”的取值表。最接近的是“merit”。请改成 lexicon 文件夹里 vocab- 开头的文件的 name。',
  ),
  fields(
    'a label that is a list',
    '"label": "编号"',
    '"label": ⟦[⟧"编号"]',
    '“label”要写文字，现在是列表 [ ]。请改正。',
  ),
  fields('a synonym that is empty', '"诉求编号"', '⟦" "⟧', '“synonyms”是空的。请填写。'),
  fields(
    'personal as a word',
    '"personal": true',
    '"personal": ⟦"是"⟧',
    '“personal”要写 true 或 false，现在是文字。请改正。',
  ),
  units(
    'a lexicon’s name misspelt',
    '"name": "vague-units"',
    '"name": ⟦"vague-unit"⟧',
    '这个文件的 name 写作“vague-unit”，而别处按“vague-units”引用它。请把 name 改成“vague-units”。',
  ),
  units(
    'a lexicon’s name used already',
    '"name": "vague-units"',
    '"name": ⟦"authorities"⟧',
    'name “authorities”前面已经用过。请换一个。',
  ),
  units('a word that is a number', '"待定"', '⟦12345⟧', '“words”里每一项都要写文字，这一项是数。请改正。'),
  units(
    'words under another key',
    '"words": [',
    '⟦"word"⟧: [',
    '不认识“word”这一项。最接近的是“words”。请改正或删去。',
  ),
  {
    ...units('no title', '"title": "指不到具体机构的责任股室写法",', '', '这里缺少“title”。请补上。'),
    at: { file: 'lexicon/vague-units.json', find: '{' },
  },
  {
    ...merit(
      'a spelling of two values',
      '"政策内",',
      '"政策内", "政策范围外",',
      '写法“政策范围外”既属于“政策外或不合理”又属于“政策内合理”，读到时分不清。请去掉一处。',
    ),
    at: { file: 'lexicon/vocab-merit.json', after: '"value": "政策外或不合理"', find: '"政策范围外"' },
  },
  merit('open as a word', '"open": false', '"open": ⟦"false"⟧', '“open”要写 true 或 false，现在是文字。请改正。'),
  merit(
    'a value without spellings',
    '"synonyms": [',
    '⟦"synonym"⟧: [',
    '不认识“synonym”这一项。最接近的是“synonyms”。请改正或删去。',
  ),
];

/** Slips in the organisation, the campaign, the law and the calendar. */
export const DATA: readonly Slip[] = [
  organisation(
    'a unit’s alias that is another unit',
    '"局政工股"',
    '⟦"办公室"⟧',
    '写法“办公室”既属于“政工股”又属于“办公室”，读到时分不清。请去掉一处。',
  ),
  organisation(
    'a unit without a group',
    '{ "name": "政工股", "group": "股室"',
    '⟦{⟧ "name": "政工股"',
    '这里缺少“group”。请补上。',
  ),
  organisation(
    'a post that is no list',
    '"posts": ["组长", "党组书记", "局长"]',
    '"posts": ⟦"局长"⟧',
    '“posts”要写列表 [ ]，现在是文字。请改正。',
  ),
  organisation(
    'a term of office with an impossible day',
    '"from": "2021-08-31"',
    '"from": ⟦"2021-8-31"⟧',
    '“from”的“2021-8-31”不是一个日期。请照 2021-10-08 的样子写，月和日都写两位。',
  ),
  organisation(
    'a term of office that ends first',
    '"from": "2021-08-31"',
    '"from": "2021-08-31", "to": ⟦"2020-08-31"⟧',
    '止日早于起日。请改正其中一个日期。',
  ),
  campaign(
    'a campaign that ends before it starts',
    '"lastDay": "2021-11-08"',
    '"lastDay": ⟦"2020-11-08"⟧',
    '止日早于起日。请改正其中一个日期。',
  ),
  campaign(
    'a number of years in words',
    '"legacyYears": 1',
    '"legacyYears": ⟦"一年"⟧',
    '“legacyYears”要写数，现在是文字。请改正。',
  ),
  campaign(
    'a number of days that is none',
    '"unitDays": 7',
    '"unitDays": ⟦0⟧',
    '“unitDays”不能是 0。请写不小于 1 的整数。',
  ),
  campaign(
    'a number of days with a fraction',
    '"unitDays": 7',
    '"unitDays": ⟦7.5⟧',
    '“unitDays”不能是 7.5。请写不小于 1 的整数。',
  ),
  campaign(
    'a key misspelt',
    '"bureauDays"',
    '⟦"bureauDay"⟧',
    '不认识“bureauDay”这一项。最接近的是“bureauDays”。请改正或删去。',
  ),
  campaign(
    'a phase that ends before it starts',
    '"to": "2021-08-31"',
    '"to": ⟦"2021-08-01"⟧',
    '止日早于起日。请改正其中一个日期。',
  ),
  limits(
    'an unknown way to roll',
    '"roll": "next-workday"',
    '"roll": ⟦"next-workdays"⟧',
    '“roll”不能写“next-workdays”。最接近的是“next-workday”。可以写：next-workday、none。',
  ),
  limits(
    'laws that overlap',
    '{ "from": "2022-05-01", "to": null }',
    '⟦{⟧ "from": "2022-04-30", "to": null }',
    '《信访工作条例》与《信访条例》的施行日期重叠，某一天用哪一部说不清。请使前后衔接。',
  ),
  limits(
    'a period misspelt',
    '"handling"',
    '⟦"handlng"⟧',
    '不认识“handlng”这一项。最接近的是“handling”。请改正或删去。',
  ),
  limits('a period in another unit', '"unit": "day"', '"unit": ⟦"workday"⟧', '“unit”不能写“workday”。可以写：day。'),
  limits(
    'a period without its article',
    '{ "days": 15, "unit": "day", "article": "第二十一条、第二十二条"',
    '⟦{⟧ "days": 15',
    '这里缺少“article”。请补上。',
  ),
  limits('a period of no days', '"days": 60', '"days": ⟦-60⟧', '“days”不能是 -60。请写不小于 1 的整数。'),
  calendar(
    'a day of another year',
    '"2004-01-01"',
    '⟦"2005-01-01"⟧',
    '2005-01-01 不在 2004 年内。请移到它所属的年份。',
  ),
  calendar(
    'an impossible day',
    '"2004-01-01"',
    '⟦"2004-01-32"⟧',
    '“off”的“2004-01-32”不是一个日期。请照 2021-10-08 的样子写，月和日都写两位。',
  ),
  calendar(
    'a day off and of work',
    '"2026-01-04": "元旦"',
    '⟦"2026-10-01"⟧: "元旦"',
    '2026-10-01 既列为放假又列为上班。请删去一处。',
  ),
  calendar('a year that is none', '"2004": {', '⟦"２００４"⟧: {', '“２００４”不是年份。请写四位数字，如 2021。'),
  calendar('a day twice', '"2004-01-22"', '⟦"2004-01-01"⟧', '“2004-01-01”写了两次。请删去一处。'),
  classification(
    'an axis misspelt',
    '"axis": "conduct"',
    '"axis": ⟦"condut"⟧',
    '“axis”不能写“condut”。最接近的是“conduct”。可以写：merit、conduct、hardship。',
  ),
  classification(
    'a value of another axis',
    '"value": "unlawful"',
    '"value": ⟦"beyondPolicy"⟧',
    '“value”不能写“beyondPolicy”。可以写：unlawful、lawful、unknown。',
  ),
  classification(
    'a strength misspelt',
    '"strength": "strong"',
    '"strength": ⟦"stong"⟧',
    '“strength”不能写“stong”。最接近的是“strong”。可以写：strong、weak。',
  ),
  classification(
    'an unknown field',
    '"content",',
    '⟦"contents"⟧,',
    '没有“contents”这个字段。最接近的是“content”。请改成 fields.json 里有的字段。',
    '"suggestions"',
  ),
  classification(
    'an article misspelt',
    '{unlawfulActs}',
    '⟦{⟧unlawfulAct}',
    '“basis”里的“{unlawfulAct}”不是字段、事实、参数或条款。最接近的是“unlawfulActs”。请改正。',
  ),
  classification(
    'a suggestion’s name used already',
    '"name": "conduct-banner"',
    '"name": ⟦"conduct-blockade"⟧',
    'name “conduct-blockade”前面已经用过。请换一个。',
  ),
  classification(
    'the suggestions’ key misspelt',
    '"suggestions": [',
    '⟦"sugestions"⟧: [',
    '不认识“sugestions”这一项。最接近的是“suggestions”。请改正或删去。',
  ),
];
