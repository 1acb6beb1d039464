import type { Category } from '../../classify/classification';
import type { CivilDay } from '../../dates/civil';
import type { Inspector } from '../../ledger/readInspectors';
import type { SamplingSettings } from '../settings';
import type { CaseState } from './frame';

/** What a sample is headed by. */
export interface SampleHead {
  readonly files: readonly string[];
  readonly owner: string;
  readonly today: CivilDay;
  readonly settings: SamplingSettings;
  readonly seed: string;
  readonly chosen: boolean;
  readonly frame: number;
  readonly drawn: number;
  readonly kept: number;
}

/** What the sampling sheets say. */
export interface SamplingWords {
  readonly sheets: {
    readonly overview: string;
    readonly units: string;
    readonly list: string;
    readonly untaken: string;
  };
  inspectorSheet(name: string): string;
  footer(head: SampleHead): string;
  readonly title: string;
  /** How it was drawn, so that anyone can draw it again. */
  method(head: SampleHead): readonly string[];
  readonly unitTitle: string;
  readonly unitHeadings: readonly string[];
  readonly assignSection: string;
  readonly assignHeadings: readonly string[];
  readonly noRegister: string;
  untaken(count: number): string;
  readonly listTitle: string;
  readonly listHeadings: readonly string[];
  /** Heads the column that says which ledger a case is of. */
  readonly listSource: string;
  readonly nobody: string;
  category(category: Category): string;
  state(state: CaseState): string;
  unit(name: string): string;
  inspectorTitle(inspector: Inspector | null): string;
  inspectorLine(head: SampleHead, cases: number): string;
  caseTitle(at: number, caseNo: string): string;
  /** A case by its number, or where it stands for want of one. */
  caseName(caseNo: string, file: string | null, row: number): string;
  readonly labels: Readonly<
    Record<
      'unit' | 'category' | 'state' | 'petitioner' | 'registeredOn' | 'dueOn' | 'score' | 'satisfaction' | 'date',
      string
    >
  >;
  matter(text: string): string;
  result(text: string): string;
  /** What to ask and look at on site, each with boxes to tick. */
  readonly questions: readonly string[];
  readonly scoreGap: string;
  readonly remarks: string;
  readonly signatures: string;
}
