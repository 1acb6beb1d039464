import type { DayRun, ProofStep } from '../../core/dates/due';
import { longDate } from './dates';

const UNITS = { day: '日', workday: '个工作日', month: '个月', year: '年' } as const;

/** One line of how a due date came about, to be checked by hand. */
export function sayProof(step: ProofStep): string {
  switch (step.step) {
    case 'start':
      return `起算日 ${longDate(step.on)}，当日不计入（民法典第二百零一条）`;
    case 'law':
      return `依据《${step.law}》${step.article}，期限 ${step.days} 日`;
    case 'stated':
      return step.cell === null ? `台账写明“${step.seen}”` : `${step.cell} 写明“${step.seen}”`;
    case 'count':
      return `自 ${longDate(step.from)} 起计 ${step.amount} ${UNITS[step.unit]}，至 ${longDate(step.to)}`;
    case 'month-end':
      return `当月没有 ${step.wanted} 日，止于月末 ${longDate(step.on)}（民法典第二百零二条）`;
    case 'skipped':
      return `其间休息 ${step.days} 日不计：${sayRuns(step.runs)}`;
    case 'made-up':
      return `调休上班 ${step.days} 日计入：${sayRuns(step.runs)}`;
    case 'roll':
      return `${longDate(step.from)} 为休息日（${sayRuns(step.runs)}），顺延至 ${longDate(step.to)}（民法典第二百零三条）`;
    case 'no-roll':
      return `${longDate(step.on)} 为休息日，按规则设置不顺延`;
    case 'workday':
      return `${longDate(step.on)} 为工作日，不需顺延`;
    case 'result':
      return `应于 ${longDate(step.on)} 前（含当日）办结`;
  }
}

function sayRuns(runs: readonly DayRun[]): string {
  return runs.map(sayRun).join('、');
}

function sayRun({ from, to, why, name }: DayRun): string {
  const days = from === to ? longDate(from) : `${longDate(from)}至${longDate(to)}`;
  const label = why === 'weekend' ? '周末' : why === 'made-up' ? `${name || '调休'}上班` : name;
  return label === '' ? days : `${days} ${label}`;
}
