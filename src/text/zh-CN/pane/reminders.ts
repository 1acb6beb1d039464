import { thousands } from './shell';

/** What is said around the texts that remind units. */
export const REMINDERS_WORDS = {
  open: '复制催办',
  heading: '催办文字',
  masked: '一个单位一段，可以直接粘贴到消息里。姓名、电话、证件号和住址已经遮盖。',
  unit: (unit: string, cases: number): string => `${unit}（${thousands(cases)} 件）`,
  textOf: (unit: string): string => `${unit}的催办文字`,
  copy: '复制',
  copied: '已复制',
  copyOf: (unit: string): string => `复制${unit}的催办文字`,
  copyAll: (units: number): string => `全部复制（${units} 段）`,
  saidCopied: (unit: string): string => `已复制：${unit}`,
  saidCopiedAll: (units: number): string => `已复制全部 ${units} 段。`,
  refused: '这台电脑不允许自动复制。文字已经选中，请按 Ctrl+C 复制。',
  none: '没有要催办的事项',
  noneHow: '待整改的问题里没有还能补正的。',
  loading: '正在准备…',
} as const;
