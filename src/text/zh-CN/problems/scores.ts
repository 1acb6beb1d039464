import type { Sentences } from '../sentence';

/** What can stand in the way of scoring, and what of 人工调整 can't be used. */
export const SCORE_SENTENCES: Sentences = {
  'score-no-scheme':
    '“{pack}”{version} 版没有写考核办法：指标、权重、扣分、等次都没有依据，所以不能计分；检查和其他报表不受影响。请联系维护规则的人员补上考核办法（规则文件 scoring.json，列入 pack.json），或换用带考核办法的规则。',
  'adjustment-points-unreadable': '“{seen}”不是分数，这一行未采用。请填 -100 到 100 之间、至多两位小数的数。',
  'adjustment-indicator-unknown':
    '没有“{seen}”这个指标，这一行未采用。[[最接近的是“{nearest}”。]]可以填：{choices}，或不填（调整总分）。',
  'adjustment-subject-unknown': '没有计分的“{seen}”，这一行未采用。[[最接近的是“{nearest}”。]]请核对名称。',
  'ledger-left-out': '“{file}”没有读入（{reason}），其余台账照常处理。',
  'score-packs-differ': '“{file}”所用的规则与其他台账不同，没有计入。请用同一套规则计分。',
  'score-no-ledger': '没有可以计分的台账。请先检查一份台账。',
  'period-invalid': '“{value}”不是一个期间。请选择某一月、某一年或专项行动期间。',
};

/** What can be wrong with a command line that asks for scores. */
export const SCORE_REQUEST_SENTENCES: Sentences = {
  'score-no-ledger': '没有可以计分的台账。请写 appeals score 台账.xlsx。',
  'ledger-given-twice': '“{file}”写了两次，只计一次。请检查命令里的文件名。',
  'by-unknown':
    '--by 没有“{value}”，最接近的是 {nearest}。可写 unit（责任股室）、sponsor（包保领导）、caseLeader（包案负责人）。',
  'period-invalid': '--period 的“{value}”不是一个期间。请写 2021-09（月）、2021（年）或 campaign（专项行动期间）。',
};
