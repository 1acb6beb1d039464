import type { Slip } from './slip';

const scoring = (slip: string, find: string, put: string, says: string, after = ''): Slip => ({
  slip,
  file: 'scoring.json',
  find,
  put,
  says,
  ...(after === '' ? {} : { after }),
});

/** Slips in the scheme of scoring. */
export const SCORING: readonly Slip[] = [
  {
    ...scoring(
      'weights that do not come to 100',
      '"weight": 15',
      '"weight": 16',
      '各项指标的权重合计 101，应当是 100（有 insteadOf 的不计）。请调整 weight。',
    ),
    at: { file: 'scoring.json', after: '"indicators"', find: '[' },
  },
  scoring('a weight with a fraction', '"weight": 15', '"weight": ⟦14.5⟧', '“weight”不能是 14.5。请写不小于 1 的整数。'),
  scoring('a weight in words', '"weight": 15', '"weight": ⟦"15 分"⟧', '“weight”要写数，现在是文字。请改正。'),
  scoring(
    'a rule misspelt',
    '"rule": "unit-missing"',
    '"rule": ⟦"unit-mising"⟧',
    '没有名为“unit-mising”的规则。最接近的是“unit-missing”。请改正，或删去这一项。',
  ),
  scoring(
    'a rule by its title',
    '"rule": "overdue"',
    '"rule": ⟦"超期未办结"⟧',
    '没有名为“超期未办结”的规则。最接近的是“overdue”。请改正，或删去这一项。',
  ),
  scoring(
    'a rule that is charged twice',
    '{ "rule": "plan-missing", "deduct": 50 }',
    '{ "rule": ⟦"overdue"⟧, "deduct": 50 }',
    '规则“overdue”在指标“告知与按期”里已经扣过，同一个问题不能扣两次。请去掉一处。',
  ),
  scoring(
    'a deduction over the whole share',
    '"deduct": 40',
    '"deduct": ⟦140⟧',
    '“deduct”不能是 140，是百分之几，最多 100。请改正。',
  ),
  scoring('a deduction of nothing', '"deduct": 40', '"deduct": ⟦0⟧', '“deduct”不能是 0。请写不小于 1 的整数。'),
  scoring(
    'a finding that becomes a rule of another indicator',
    '"becomes": "closed-late"',
    '"becomes": ⟦"long-open"⟧',
    'becomes 的“long-open”不在本指标的规则里。请改成本指标的一条规则，或删去这一项。',
  ),
  scoring(
    'a key misspelt',
    '"deduct": 40',
    '⟦"deducts"⟧: 40',
    '不认识“deducts”这一项。最接近的是“deduct”。请改正或删去。',
  ),
  scoring(
    'an indicator’s id used already',
    '"id": "timeliness"',
    '"id": ⟦"clarity"⟧',
    'id “clarity”前面已经用过。请换一个。',
  ),
  {
    ...scoring(
      'an indicator without its basis',
      '"basis": "实施方案五（二）：“加强督导，限时办结”；三（二）：“上级有明确时限要求的按要求执行”",',
      '',
      '这里缺少“basis”。请补上。',
    ),
    at: { file: 'scoring.json', find: '{\n      "id": "timeliness"' },
  },
  scoring(
    'whom it is for misspelt',
    '"for": ["unit", "sponsor", "caseLeader"]',
    '"for": ["unit", ⟦"sponsors"⟧, "caseLeader"]',
    '“for”不能写“sponsors”。最接近的是“sponsor”。可以写：unit、sponsor、caseLeader。',
  ),
  scoring('for nobody', '"for": ["unit", "sponsor", "caseLeader"]', '"for": ⟦[⟧]', '“for”是空的。请填写。'),
  scoring(
    'rows that there are none of',
    '"rows": "open"',
    '"rows": ⟦"opened"⟧',
    '“rows”不能写“opened”。最接近的是“open”。可以写：all、open、closed。',
  ),
  scoring(
    'a field that is no number',
    '"field": "inspectionScore"',
    '"field": ⟦"remark"⟧',
    '字段“remark”是文字，不能当评分。请换一个类型是数的字段。',
  ),
  scoring(
    'a field misspelt',
    '"field": "inspectionScore"',
    '"field": ⟦"inspectionScor"⟧',
    '没有“inspectionScor”这个字段。最接近的是“inspectionScore”。请改成 fields.json 里有的字段。',
  ),
  scoring(
    'a unit that is not on the roster',
    '"chargedTo": "办公室"',
    '"chargedTo": ⟦"综合办公室"⟧',
    '机构名册（organisation.json）里没有“综合办公室”。最接近的是“办公室”。请改正。',
  ),
  scoring(
    'an indicator to replace that there is none of',
    '"insteadOf": "filing"',
    '"insteadOf": ⟦"fileing"⟧',
    '没有可以替换的指标“fileing”。最接近的是“filing”。请写一个没有 chargedTo 的指标的 id。',
  ),
  scoring(
    'a replacement that weighs more',
    '"weight": 5',
    '"weight": ⟦6⟧',
    '替换“资料报送”的指标，权重要与它相同（5）。请改正。',
    '"id": "office-duty"',
  ),
  scoring(
    'bands from the bottom up',
    '"from": 85',
    '"from": ⟦96⟧',
    '等次要从高到低排列：这一档从 96 分起，应当低于上一档（不超过 95 分）。请改正。',
  ),
  scoring(
    'no band for the lowest scores',
    '"from": 0',
    '"from": ⟦10⟧',
    '最后一档等次从 10 分起，以下的得分没有等次。请改为从 0 分起。',
  ),
  scoring(
    'a measure misspelt',
    '"suggests": "commend"',
    '"suggests": ⟦"comend"⟧',
    '“suggests”不能写“comend”。最接近的是“commend”。可以写：commend、interview、account。',
  ),
  scoring(
    'a veto’s rule misspelt',
    '"rules": ["signed-off-while-open"]',
    '"rules": [⟦"signed-of-while-open"⟧]',
    '没有名为“signed-of-while-open”的规则。最接近的是“signed-off-while-open”。请改正，或删去这一项。',
  ),
  scoring(
    'a veto’s share over the whole',
    '"percent": 10',
    '"percent": ⟦110⟧',
    '“percent”不能是 110，是百分之几，最多 100。请改正。',
  ),
  scoring(
    'a group that no unit is of',
    '"groups": ["股室", "司法所"]',
    '"groups": [⟦"科室"⟧, "司法所"]',
    '机构名册（organisation.json）里没有“科室”这个组别。最接近的是“股室”。请改正。',
  ),
  scoring(
    'a shown field misspelt',
    '"shown": ["satisfaction"',
    '"shown": [⟦"satisfacton"⟧',
    '没有“satisfacton”这个字段。最接近的是“satisfaction”。请改成 fields.json 里有的字段。',
  ),
  scoring('a cap that is none', '"caseCap": 10', '"caseCap": ⟦0⟧', '“caseCap”不能是 0。请写不小于 1 的整数。'),
];
