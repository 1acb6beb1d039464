import type { Sentences } from '../sentence';

/** Slips in the writing of a rule file; each sentence follows `file:line:column`, which is where to mend it. */
export const RULE_JSON_SENTENCES: Sentences = {
  'rules-json-empty': '文件是空的。请写上内容，或从 pack.json 的 files 中去掉它。',
  'rules-json-comment': '规则文件里不能写注释。请删去这一段。',
  'rules-json-trailing-comma': '最后一项后面多了一个逗号。请删去。',
  'rules-json-comma-extra': '多了一个逗号。请删去。',
  'rules-json-comma-missing': '这里缺逗号：“{near}”前面那一项后面要加英文逗号（,）。请补上。',
  'rules-json-colon-missing': '“{key}”后面缺冒号。请补上英文冒号（:）。',
  'rules-json-fullwidth': '这里的 {found} 是中文标点。请改成英文的 {wanted} 。',
  'rules-json-single-quote': '文字要用英文双引号（"），不能用单引号。请改正。',
  'rules-json-odd-space': '这里有全角空格或看不见的字符。请删去，需要空格时用英文空格。',
  'rules-json-control': '文字里有制表符（Tab）。请改成空格。',
  'rules-json-escape': '“{found}”写法不对：反斜杠要写两个。正则表达式里的 \\d 请写成 \\\\d。',
  'rules-json-text-open': '这段文字缺后面的引号（从“{near}”开始）。请在文字末尾补上英文双引号（"），一段文字不能换行。',
  'rules-json-key-expected': '这里应当是带双引号的名称，却是“{near}”。请检查前面是否少了 } 或名称没加引号。',
  'rules-json-value-expected':
    '“{near}”不是一个值。文字要加英文双引号；数只写数字，不带单位、不以 0 开头；是和否写小写的 true 和 false。',
  'rules-json-closer': '第 {line} 行的 {open} 到这里还没有配对，却出现了 {found}。请在前面补上 {close}。',
  'rules-json-unclosed': '这个 {open} 到文件末尾都没有配对。请补上 {close}。',
  'rules-json-extra': '文件到这里已经结束，后面多出了“{near}”。请删去，或检查前面是否多写了括号。',
};
