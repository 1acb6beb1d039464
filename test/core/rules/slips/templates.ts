import type { Slip } from './slip';

const FORM = '表格的每一行要写两个或四个文字：[ "名称", "内容" ] 或 [ "名称", "内容", "名称", "内容" ]。请改正。';
const COMMON = '发文机关、行动名称、方案文号、年份、成文日期';
const CASE =
  '编号、诉求人、诉求事项、诉求内容、来源渠道、登记日期、受理日期、交办日期、责任股室、牵头股室、协办单位、股室负责人、包案负责人、分管领导、办理时限、时限依据、超期天数、办理情况、回避要求';
const LAW = '法规名称、受理期限、受理条款、办理期限、办理条款、延期期限、延期条款、复查期限、复查条款';
const slip =
  (file: string) =>
  (what: string, find: string, put: string, says: string): Slip => ({ slip: what, file, find, put, says });
const assignment = slip('templates/assignment.json');
const supervision = slip('templates/supervision.json');
const refusal = slip('templates/refusal.json');
const escalation = slip('escalation.json');

/** Slips in the wording of documents. */
export const TEMPLATES: readonly Slip[] = [
  assignment(
    'a placeholder misspelt in the middle of a text',
    '{延期期限}（',
    '⟦{延期期线}（',
    `交办单里没有“延期期线”这项内容。最接近的是“延期期限”。请改正。`,
  ),
  assignment(
    'a placeholder of another document',
    '"title": "群众诉求交办单"',
    '"title": "群众诉求交办单⟦{督办等级}"',
    `交办单里没有“督办等级”这项内容。大括号里可以写：${COMMON}、${CASE}、${LAW}。请改正。`,
  ),
  assignment('a brace left open', '现将下列', '现将⟦{下列', '“paragraph”里的大括号不成对。请补上另一半，或删去。'),
  assignment(
    'a gap in half-width brackets',
    '（请填写：序号）',
    '⟦(请填写：序号)',
    '“number”里要由人填写的地方没有写完整。请写成（请填写：什么内容），用全角括号和冒号。',
  ),
  assignment(
    'a gap that says nothing of what',
    '（请填写：发文代字）',
    '⟦（请填写）',
    '“number”里要由人填写的地方没有写完整。请写成（请填写：什么内容），用全角括号和冒号。',
  ),
  assignment(
    'a condition that is no content',
    '"when": "办理时限"',
    '"when": ⟦"办理期"',
    `交办单的“when”不能写“办理期”。最接近的是“办理期限”。请改正或删去。`,
  ),
  assignment('a row of three', '["诉求内容", "{诉求内容}"]', '⟦["诉求内容", "{诉求内容}", "备注"]', FORM),
  assignment(
    'a form’s cell with a wrong placeholder',
    '"{诉求内容}"',
    '"⟦{诉求内荣}"',
    `交办单里没有“诉求内荣”这项内容。最接近的是“诉求内容”。请改正。`,
  ),
  assignment(
    'a block of no kind',
    '{ "paragraph": "{回避要求}", "when": "回避要求" }',
    '⟦{ "when": "协办单位" }',
    '这一项没有说是什么。请写上其中一个：title、heading、paragraph、attachment、note、cut、form、table、chart。',
  ),
  assignment(
    'two kinds in one block',
    '"paragraph": "{回避要求}"',
    '"heading": "如下", ⟦"paragraph": "{回避要求}"',
    '“heading”和“paragraph”不能写在同一项里。请分成两项。',
  ),
  assignment(
    'a key that goes with another kind',
    '"paragraph": "{回避要求}"',
    '"paragraph": "{回避要求}", ⟦"caption": "如下"',
    '“caption”只能和 table 写在一起，不能用在“paragraph”里。请删去。',
  ),
  assignment(
    'a document of no kind',
    '"document": "assignment"',
    '"document": ⟦"asignment"',
    '“document”不能写“asignment”。最接近的是“assignment”。可以写：assignment、supervision、acceptance、refusal、reply、minutes、summary、appraisal。',
  ),
  refusal(
    'a second template of one kind',
    '"document": "refusal"',
    '"document": ⟦"acceptance"',
    '受理告知书的模板在 templates/acceptance.json 里已有，一种文书只能有一个模板。请删去一个。',
  ),
  supervision(
    'a list that is not there',
    '"table": "督办事项"',
    '"table": ⟦"督办事"',
    '督办单的“table”不能写“督办事”。最接近的是“督办事项”。请改正或删去。',
  ),
  supervision(
    'a column that the list has no value for',
    '"cell": "{超期情况}"',
    '"cell": "⟦{超期状况}"',
    `督办单里没有“超期状况”这项内容。最接近的是“超期情况”。请改正。`,
  ),
  escalation(
    'levels out of order',
    '"fromDays": 15',
    '"fromDays": ⟦5',
    '督办等级要从轻到重排列：这一级从超期 5 天起，应当晚于上一级的 7 天。请改正。',
  ),
  escalation(
    'a level that names a case',
    '即将到期。请抓紧',
    '即将到期。请⟦{包案负责人}抓紧',
    `督办单里没有“包案负责人”这项内容。最接近的是“股室负责人”。请改正。`,
  ),
];
