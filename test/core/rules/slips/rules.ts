import { inRule, type Slip } from './slip';

const overdue = inRule('deadlines.json', 'overdue');
const dueSoon = inRule('deadlines.json', 'due-soon');

/** Slips in a rule's keys, messages, parameters and examples. */
export const RULES: readonly Slip[] = [
  overdue(
    'a key misspelt',
    '"severity": "error"',
    '⟦"sevrity"⟧: "error"',
    '不认识“sevrity”这一项。最接近的是“severity”。请改正或删去。',
  ),
  overdue(
    'a key of an older habit',
    '"severity": "error",',
    '"severity": "error", ⟦"level"⟧: 1,',
    '不认识“level”这一项。请改正或删去。',
  ),
  overdue(
    'a key that has to be there left out',
    '"event": {',
    '"events": {',
    '不认识“events”这一项。最接近的是“event”。请改正或删去。',
  ),
  overdue(
    'a severity misspelt',
    '"severity": "error"',
    '"severity": ⟦"eror"⟧',
    '“severity”不能写“eror”。最接近的是“error”。可以写：error、warning、notice。',
  ),
  overdue(
    'a severity in Chinese',
    '"severity": "error"',
    '"severity": ⟦"严重"⟧',
    '“severity”不能写“严重”。最接近的是“error”。可以写：error、warning、notice。',
  ),
  overdue('a title that is empty', '"title": "超期未办结"', '"title": ⟦""⟧', '“title”是空的。请填写。'),
  overdue(
    'a basis that is a number',
    '"basis": "实施方案五（二）：“限时办结”"',
    '"basis": ⟦5⟧',
    '“basis”要写文字，现在是数。请改正。',
  ),
  dueSoon(
    'a rule’s name used already',
    '"due-soon"',
    '⟦"overdue"⟧',
    '规则“overdue”在 deadlines.json 第 6 行已有。请换一个 name，或删去一条。',
  ),
  {
    slip: 'a rule’s name used already in another file',
    file: 'closing.json',
    find: '"name": "closed-date-missing"',
    put: '"name": ⟦"overdue"⟧',
    says: '规则“overdue”在 deadlines.json 第 6 行已有。请换一个 name，或删去一条。',
  },
  inRule('deadlines.json', 'closed-late')(
    'a yes written as a word',
    '"mendable": false',
    '"mendable": ⟦"no"⟧',
    '“mendable”要写 true 或 false，现在是文字。请改正。',
  ),
  overdue(
    'an impossible day',
    '"from": "2021-08-31"',
    '"from": ⟦"2021-08-32"⟧',
    '“from”的“2021-08-32”不是一个日期。请照 2021-10-08 的样子写，月和日都写两位。',
  ),
  overdue(
    'a day in Chinese',
    '"from": "2021-08-31"',
    '"from": ⟦"2021年8月31日"⟧',
    '“from”的“2021年8月31日”不是一个日期。请照 2021-10-08 的样子写，月和日都写两位。',
  ),
  overdue(
    'days the wrong way round',
    '"from": "2021-08-31"',
    '"from": "2021-08-31", "to": ⟦"2021-08-01"⟧',
    '止日早于起日。请改正其中一个日期。',
  ),
  overdue(
    'an unknown field of the finding',
    '"field": "timeLimit"',
    '"field": ⟦"timelimit"⟧',
    '没有“timelimit”这个字段。最接近的是“timeLimit”。请改成 fields.json 里有的字段。',
  ),
  overdue(
    'a fact where a field has to be',
    '"field": "timeLimit"',
    '"field": ⟦"dueOn"⟧',
    '“dueOn”是程序算出的事实，台账里没有它的单元格。请写问题所在的台账字段，如 timeLimit。',
  ),
  overdue(
    'a key of the finding misspelt',
    '"field": "timeLimit"',
    '⟦"filed"⟧: "timeLimit"',
    '不认识“filed”这一项。最接近的是“field”。请改正或删去。',
  ),
  overdue('another kind of event', '"type": "finding"', '"type": ⟦"alert"⟧', '“type”不能写“alert”。可以写：finding。'),
  overdue(
    'a placeholder misspelt',
    '{daysOverdue}',
    '⟦{⟧daysOverdu}',
    '“message”里的“{daysOverdu}”不是字段、事实、参数或条款。最接近的是“daysOverdue”。请改正。',
  ),
  overdue(
    'a placeholder in Chinese',
    '{daysOverdue}',
    '⟦{⟧超期天数}',
    '“message”里的“{超期天数}”不是字段、事实、参数或条款。最接近的是“daysOverdue”。请改正。',
  ),
  overdue('a brace left out', '{daysOverdue}', '⟦{⟧daysOverdue', '“message”里的大括号不成对。请补上另一半，或删去。'),
  overdue(
    'words quoted where none are looked for',
    '{daysOverdue}',
    '⟦{⟧words}',
    '“message”里有 {words}，但条件里没有找词的运算，没有词可写。请去掉它，或在条件里用 containsAny、matches。',
  ),
  overdue(
    'a message that is a number',
    '"message": "已超期 {daysOverdue} 天（应于 {dueOn} 办结），仍未办结。"',
    '"message": ⟦1⟧',
    '“message”要写文字，现在是数。请改正。',
  ),
  dueSoon(
    'a parameter misspelt in the condition',
    '"parameters.days"',
    '⟦"parameters.day"⟧',
    '这条规则没有参数“day”。最接近的是“days”。请改正，或在 parameters 里加上它。',
  ),
  {
    ...dueSoon(
      'a parameter renamed',
      '"days": 3',
      '"day": 3',
      '这条规则没有参数“days”。最接近的是“day”。请改正，或在 parameters 里加上它。',
    ),
    at: { file: 'deadlines.json', after: '"name": "due-soon"', find: '"parameters.days"' },
  },
  dueSoon('a parameter that is no number', '"days": 3', '"days": ⟦"3"⟧', 'daysLeft 属“数”类，值不加引号。请直接写 3。'),
  dueSoon(
    'a parameter in words',
    '"days": 3',
    '"days": ⟦"三"⟧',
    'daysLeft 属“数”类，用 lessThanInclusive 时这里要写数，现在是文字。请改正。',
  ),
  dueSoon('a parameter of no kind', '"days": 3', '"days": ⟦true⟧', '“days”要写数，现在是 true 或 false。请改正。'),
  dueSoon(
    'a parameter with a name in Chinese',
    '"days": 3',
    '"days": 3, ⟦"天数"⟧: 3',
    '参数名“天数”不能用。请用英文字母开头，只用字母和数字，如 days。',
  ),
  dueSoon('a parameter for a whole number that is empty', '"days": 3', '"days": ⟦[⟧]', '“days”是空的。请填写。'),
  overdue(
    'an example of an unknown fact',
    '"daysOverdue": 1',
    '⟦"overdueDays"⟧: 1',
    '没有“overdueDays”这个字段或事实。请改正，全部名称见 docs/facts.md。',
  ),
  overdue(
    'an example with an impossible day',
    '"dueOn": "2021-10-08"',
    '"dueOn": ⟦"2021-10-8"⟧',
    '“dueOn”的“2021-10-8”不是一个日期。请照 2021-10-08 的样子写，月和日都写两位。',
  ),
  overdue(
    'an example with a yes in Chinese',
    '"isOpen": true,\n            "dueOn"',
    '"isOpen": ⟦"是"⟧,\n            "dueOn"',
    'isOpen 属“是或否”类，例子里要写 true 或 false，现在是文字。请改正；没有填的写 null。',
  ),
  overdue(
    'an example with a number in quotes',
    '"daysOverdue": 1',
    '"daysOverdue": ⟦"1"⟧',
    'daysOverdue 属“数”类，例子里要写数，现在是文字。请改正；没有填的写 null。',
  ),
  overdue(
    'an example with an empty text for a blank',
    '"dueOn": "2021-10-08"',
    '"dueOn": ⟦""⟧',
    '“dueOn”是空的。请填写。',
  ),
  overdue(
    'an example that is no object',
    '"flagged": [',
    '"flagged": [⟦"超期"⟧,',
    '“flagged”要写对象 { }，现在是文字。请改正。',
  ),
  overdue(
    'a kind of examples misspelt',
    '"cannotJudge": [',
    '⟦"canotJudge"⟧: [',
    '不认识“canotJudge”这一项。最接近的是“cannotJudge”。请改正或删去。',
  ),
  dueSoon(
    'no examples of flagged cases',
    '"flagged": [\n          {\n            "isOpen": true,\n            "daysLeft": 3\n          },\n          {\n            "isOpen": true,\n            "daysLeft": 0\n          }\n        ]',
    '"flagged": ⟦[⟧]',
    'flagged 里没有例子。每条规则至少要有 flagged 和 clean 的例子各一个，请补上。',
  ),
];
