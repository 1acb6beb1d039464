/** What RE2 has against an expression, by RE2's own English words. */
export const PATTERN_REASONS: Readonly<Record<string, string>> = {
  'missing closing ]': '中括号不成对',
  'missing closing )': '小括号不成对',
  'unexpected )': '多了一个右小括号',
  'missing argument to repetition operator': '重复符号前面没有要重复的内容',
  'invalid nested repetition operator': '重复符号不能连写',
  'invalid repeat count': '重复次数不对，最多 1000 次',
  'invalid escape sequence': '没有这种反斜杠写法',
  'invalid character class range': '中括号里的范围不对',
  'invalid or unsupported Perl syntax': 'RE2 不支持这种括号写法（如前瞻、后顾）',
  'trailing backslash at end of expression': '末尾多了反斜杠',
  'invalid named capture': '分组的名字不对',
  'duplicate capture group name': '两个分组同名',
  'expression nests too deeply': '括号嵌套太深',
};
