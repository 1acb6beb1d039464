import { inRule, type Slip } from './slip';

const overdue = inRule('deadlines.json', 'overdue');

/** Slips in the writing of JSON itself. */
export const WRITING: readonly Slip[] = [
  overdue(
    'a comma left out',
    '"severity": "error",',
    '"severity": "error"⟦⟧',
    '这里缺逗号：“appliesWhen”前面那一项后面要加英文逗号（,）。请补上。',
  ),
  overdue(
    'a comma left out between two conditions',
    '"operator": "before",',
    '"operator": "before"⟦⟧',
    '这里缺逗号：“value”前面那一项后面要加英文逗号（,）。请补上。',
  ),
  overdue(
    'a comma left out before a bracket',
    '"today": "2021-10-09",',
    '"today": "2021-10-09"⟦⟧',
    '这里缺逗号：“daysOverdue”前面那一项后面要加英文逗号（,）。请补上。',
  ),
  overdue(
    'a comma too many at the end of a list',
    '"value": true',
    '"value": true⟦,⟧',
    '最后一项后面多了一个逗号。请删去。',
  ),
  overdue('two commas', '"severity": "error",', '"severity": "error",⟦,⟧', '多了一个逗号。请删去。'),
  overdue(
    'a full-width comma',
    '"severity": "error",',
    '"severity": "error"⟦，⟧',
    '这里的 ， 是中文标点。请改成英文的 , 。',
  ),
  overdue(
    'a full-width colon',
    '"severity": "error"',
    '"severity"⟦：⟧ "error"',
    '这里的 ： 是中文标点。请改成英文的 : 。',
  ),
  overdue(
    'quotes of a Chinese keyboard',
    '"severity": "error"',
    '"severity": ⟦“⟧error”',
    '这里的 “ 是中文标点。请改成英文的 " 。',
  ),
  overdue(
    'a closing quote of a Chinese keyboard',
    '"severity": "error"',
    '"severity⟦”⟧: "error"',
    '这里的 ” 是中文标点。请改成英文的 " 。',
  ),
  overdue(
    'single quotes',
    '"severity": "error"',
    '"severity": ⟦\'⟧error\'',
    '文字要用英文双引号（"），不能用单引号。请改正。',
  ),
  overdue('a full-width bracket', '"conditions": {', '"conditions": ⟦｛⟧', '这里的 ｛ 是中文标点。请改成英文的 { 。'),
  overdue(
    'a full-width space',
    '"severity": "error"',
    '"severity":⟦\u3000⟧"error"',
    '这里有全角空格或看不见的字符。请删去，需要空格时用英文空格。',
  ),
  overdue(
    'a colon left out',
    '"severity": "error"',
    '"severity"⟦⟧ "error"',
    '“severity”后面缺冒号。请补上英文冒号（:）。',
  ),
  overdue(
    'a quote left out at the end',
    '"severity": "error",',
    '"severity": ⟦"⟧error,',
    '这段文字缺后面的引号（从“error”开始）。请在文字末尾补上英文双引号（"），一段文字不能换行。',
  ),
  overdue(
    'a quote left out at the start',
    '"severity": "error"',
    '"severity": ⟦error⟧"',
    '“error”不是一个值。文字要加英文双引号；数只写数字，不带单位、不以 0 开头；是和否写小写的 true 和 false。',
  ),
  overdue(
    'a key without quotes',
    '"severity": "error"',
    '⟦severity⟧: "error"',
    '这里应当是带双引号的名称，却是“severity”。请检查前面是否少了 } 或名称没加引号。',
  ),
  overdue(
    'True as in other languages',
    '"value": true',
    '"value": ⟦True⟧',
    '“True”不是一个值。文字要加英文双引号；数只写数字，不带单位、不以 0 开头；是和否写小写的 true 和 false。',
  ),
  overdue(
    'a number with its unit',
    '"daysOverdue": 1',
    '"daysOverdue": ⟦1天⟧',
    '“1天”不是一个值。文字要加英文双引号；数只写数字，不带单位、不以 0 开头；是和否写小写的 true 和 false。',
  ),
  overdue(
    'a number that starts with 0',
    '"daysOverdue": 1',
    '"daysOverdue": ⟦01⟧',
    '“01”不是一个值。文字要加英文双引号；数只写数字，不带单位、不以 0 开头；是和否写小写的 true 和 false。',
  ),
  overdue(
    'a comment',
    '"severity": "error",',
    '"severity": "error", ⟦//⟧ 原为 warning',
    '规则文件里不能写注释。请删去这一段。',
  ),
  overdue(
    'a backslash that stands alone',
    '限时办结',
    '限时⟦\\⟧办结',
    `“\\办”写法不对：反斜杠要写两个。正则表达式里的 \\d 请写成 \\\\d。`,
  ),
  overdue('a tab inside a text', '限时办结', '限时⟦\t⟧办结', '文字里有制表符（Tab）。请改成空格。'),
  overdue(
    'a square bracket for a curly one',
    '"examples": {',
    '"examples": {}⟦]⟧, "x": {',
    '第 5 行的 { 到这里还没有配对，却出现了 ]。请在前面补上 }。',
  ),
  overdue(
    'a curly bracket left out',
    '          }\n        ]\n      },\n      "conditions"',
    '          ⟦]⟧,\n      "conditions"',
    '第 12 行的 { 到这里还没有配对，却出现了 ]。请在前面补上 }。',
  ),
  overdue(
    'the same key twice',
    '"severity": "error",',
    '"severity": "error", ⟦"severity"⟧: "error",',
    '“severity”写了两次。请删去一处。',
  ),
  overdue(
    'a key of JavaScript’s own',
    '"severity": "error",',
    '"severity": "error", ⟦"__proto__"⟧: {},',
    '不能用“__proto__”作名称。请删去这一项。',
  ),
  {
    slip: 'a bracket left out at the end',
    file: 'lexicon/vague-units.json',
    find: '{',
    put: '⟦{⟧ "x": {',
    says: '这个 { 到文件末尾都没有配对。请补上 }。',
  },
  {
    slip: 'words after the end',
    file: 'campaign.json',
    find: '"minimumWorkingDays": 3 }\n}',
    put: '"minimumWorkingDays": 3 }\n}\n⟦完⟧',
    says: '文件到这里已经结束，后面多出了“完”。请删去，或检查前面是否多写了括号。',
  },
];
