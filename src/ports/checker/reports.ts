import type { CivilDay } from '../../core/dates/civil';
import type { ReportKind } from '../../core/reports/report';

/** A file to hand over. */
export interface MadeFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A copy of the open workbook to hand out, and what was hidden in it. */
export interface MaskedCopy extends MadeFile {
  readonly says: readonly string[];
}

export interface SheetsWritten {
  readonly sheets: readonly string[];
  /** What was left out, and why. */
  readonly notes: readonly string[];
}

export interface ReportOffer {
  readonly kind: ReportKind;
  readonly title: string;
  /** What it holds and whom it is for, in a line or two. */
  readonly holds: string;
  readonly ending: 'xlsx' | 'docx';
}

/** The beginning of a report, masked even where the report itself need not be. */
export type ReportPreview =
  | { readonly kind: 'sheets'; readonly parts: readonly SheetPreview[] }
  | { readonly kind: 'documents'; readonly parts: readonly DocumentPreview[]; readonly more: number };

export interface SheetPreview {
  readonly name: string;
  /** Rows of cells' texts; a title over all columns is a row of one. */
  readonly rows: readonly (readonly string[])[];
  readonly more: number;
  readonly charts: number;
}

export interface DocumentPreview {
  readonly name: string;
  readonly lines: readonly string[];
  readonly more: number;
}

export interface CampaignView {
  readonly name: string;
  readonly document: string;
  readonly phases: readonly CampaignPhase[];
}

export interface CampaignPhase {
  readonly name: string;
  readonly from: CivilDay | null;
  readonly to: CivilDay;
  readonly tasks: readonly string[];
  readonly state: 'past' | 'now' | 'later';
}
