import assert from 'node:assert/strict';
import type { FactType } from '../../../../src/core/facts/column';
import type { Problem } from '../../../../src/core/problem';
import { loadPack, type LoadedPack } from '../../../../src/core/rules/loadPack';
import type { PackOverrides } from '../../../../src/core/rules/load/overrides';
import type { RulePack } from '../../../../src/core/rules/pack';

export const FACTS: ReadonlyMap<string, FactType> = new Map<string, FactType>([
  ['today', 'date'],
  ['isOpen', 'boolean'],
  ['dueOn', 'date'],
  ['daysOverdue', 'number'],
  ['limitKind', 'enum'],
  ['units', 'names'],
]);
export const FACT_VALUES = new Map([['limitKind', ['stated', 'unit', 'none']]]);

export type Json = Record<string, unknown>;

export const rule = (change: Json = {}): Json => ({
  name: 'overdue',
  title: '超期未办结',
  basis: '实施方案五（二）',
  severity: 'error',
  appliesWhen: { all: [{ fact: 'isOpen', operator: 'equal', value: true }] },
  conditions: { all: [{ fact: 'dueOn', operator: 'before', value: { fact: 'today' } }] },
  event: { type: 'finding', params: { field: 'timeLimit', message: '已超期 {daysOverdue} 天', advice: '立即办结' } },
  examples: {
    flagged: [{ isOpen: true, dueOn: '2021-10-08', today: '2021-10-09' }],
    clean: [{ isOpen: true, dueOn: '2021-10-09', today: '2021-10-09' }],
  },
  ...change,
});

/** A rule whose one condition is the given one. */
export const ruleOf = (condition: unknown, change: Json = {}): Json => rule({ conditions: condition, ...change });

const DATA: Record<string, unknown> = {
  'fields.json': {
    fields: [
      { id: 'caseNo', label: '编号', type: 'text', synonyms: ['编号'] },
      { id: 'result', label: '办理结果', type: 'text', synonyms: ['答复意见'] },
      { id: 'timeLimit', label: '办理时限', type: 'limit', synonyms: [] },
      { id: 'unit', label: '责任股室', type: 'names', synonyms: [] },
      { id: 'status', label: '办理状态', type: 'enum', synonyms: [], vocabulary: 'vocab-status' },
      { id: 'merit', label: '甄别分类', type: 'enum', synonyms: [], vocabulary: 'vocab-merit' },
      { id: 'closedOn', label: '办结日期', type: 'date', synonyms: [] },
    ],
  },
  'organisation.json': { units: [{ name: '甲股', group: '股室', aliases: ['甲科'] }], patterns: [], people: [] },
  'campaign.json': {
    name: '专项行动',
    document: '方案',
    firstDay: '2021-08-28',
    lastDay: '2021-11-08',
    assignmentDay: '2021-08-31',
    legacyYears: 1,
    phases: [{ name: '启动', to: '2021-08-27', tasks: ['成立'] }],
    reviewCadence: { unitDays: 7, bureauDays: 31, minimumWorkingDays: 3 },
  },
  'limits.json': {
    roll: 'next-workday',
    laws: [
      { name: '条例', effective: { from: '2005-05-01' }, periods: { handling: { days: 60, article: '第三十三条' } } },
    ],
  },
  'calendar.json': { years: { 2021: { off: { '2021-10-01': '国庆节' }, work: { '2021-10-09': '国庆节' } } } },
  'lexicon/vocab-status.json': {
    name: 'vocab-status',
    title: '办理状态',
    open: true,
    values: [{ value: '办理中', synonyms: ['在办'], isOpen: true }],
  },
  'lexicon/vocab-merit.json': {
    name: 'vocab-merit',
    title: '甄别分类',
    open: false,
    values: [
      { value: 'withinPolicy', synonyms: ['政策内合理'] },
      { value: 'beyondPolicy', synonyms: ['政策外'] },
    ],
  },
  'lexicon/refusals.json': { name: 'refusals', title: '不予支持', words: ['不予支持', '无法支持'] },
};

/** A small pack that loads; `change` replaces files, undefined removes one, a text stands as it is. */
export function packFiles(
  change: Record<string, unknown> = {},
  listed?: readonly string[],
): Map<string, string | Uint8Array> {
  const all: Record<string, unknown> = { ...DATA, 'deadlines.json': { title: '时限', rules: [rule()] }, ...change };
  const names = listed ?? Object.keys(all).filter((name) => name !== 'pack.json');
  const files = new Map<string, string | Uint8Array>();
  const pack = { name: 'test', version: '1.0.0', owner: '测试股', effective: { from: '2021-01-01' }, files: names };
  for (const [name, content] of Object.entries({ 'pack.json': pack, ...all })) {
    if (content === undefined) continue;
    const raw = typeof content === 'string' || content instanceof Uint8Array;
    files.set(name, raw ? content : JSON.stringify(content, null, 2));
  }
  return files;
}

export const withRules = (...rules: unknown[]): Map<string, string | Uint8Array> =>
  packFiles({ 'deadlines.json': { title: '时限', rules } });

export const load = (files: ReadonlyMap<string, string | Uint8Array>, overrides?: PackOverrides): LoadedPack =>
  loadPack(files, FACTS, overrides, FACT_VALUES);

export function loaded(files: ReadonlyMap<string, string | Uint8Array>, overrides?: PackOverrides): RulePack {
  const result = load(files, overrides);
  assert.ok(result.ok, JSON.stringify(result.ok ? null : result.problems, null, 1));
  return result.value;
}

export function refused(
  files: ReadonlyMap<string, string | Uint8Array>,
  overrides?: PackOverrides,
): readonly Problem[] {
  const result = load(files, overrides);
  assert.ok(!result.ok, 'the pack was taken');
  return result.problems;
}

export const codes = (problems: readonly Problem[]): string[] => problems.map(({ code }) => code);
