import type { FieldId } from './table';

/** The three clarities (方案三（二）): every row must answer them, so a ledger without the column reads as blank in each row. */
export const CLARITY_FIELDS: readonly FieldId[] = ['unit', 'caseLeader', 'timeLimit'];

/** Where a case's period starts, first of these that is filled; a limit without a year is read from there. */
export const START_FIELDS: readonly FieldId[] = ['receivedOn', 'assignedOn', 'registeredOn'];

/** A header that has none of these is no ledger of cases, however many other headings match. */
export const IDENTIFYING_FIELDS: readonly FieldId[] = [
  'title',
  'content',
  'unit',
  'caseLeader',
  'timeLimit',
  'progress',
  'result',
];

/** Fields whose names are organisations, not people. */
export const UNIT_FIELDS: readonly FieldId[] = ['unit', 'coUnits'];

/** Fields in which 无 is an answer, not a cell left empty. */
export const PLAIN_TEXT_FIELDS: readonly FieldId[] = ['remark'];
