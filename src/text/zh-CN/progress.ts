import { formatNumber } from './sentence';

const PHASES = { reading: '正在读取', checking: '正在检查', writing: '正在写入' } as const;

/** What a long job is doing and how far it is: 正在检查 3,000 / 5,000 */
export const sayProgress = (phase: keyof typeof PHASES, done: number, total: number): string =>
  total > 0 ? `${PHASES[phase]} ${formatNumber(done)} / ${formatNumber(total)} …（Ctrl+C 取消）` : `${PHASES[phase]} …`;
