import type { RulePack } from '../../rules/pack';
import type { DocumentKind } from './vocabulary';

/** A text of a template cut at its placeholders. */
export type Wording = readonly (string | { readonly placeholder: string })[];

/** How one kind of document is worded: `templates/*.json`. */
export interface DocumentTemplate {
  readonly document: DocumentKind;
  /** What it is called in lists and file names. */
  readonly name: string;
  readonly title: Wording;
  /** 文号 */
  readonly number: Wording | null;
  readonly addressee: Wording | null;
  readonly body: readonly TemplateBlock[];
  /** What follows the date and is cut off, filled in and sent back (回执). */
  readonly receipt: readonly TemplateBlock[];
  readonly signature: Wording | null;
  readonly date: Wording | null;
  readonly copyTo: Wording | null;
  /** Who printed it, for the line 印发; null for documents that have none. */
  readonly printedBy: Wording | null;
}

/** A piece of the body; left out where the placeholder that `when` names has no value, or the one of `unless` has one. */
export type TemplateBlock = {
  readonly when: string | null;
  readonly unless: string | null;
} & (
  | {
      readonly kind: 'heading' | 'paragraph' | 'attachment' | 'note' | 'cut';
      readonly text: Wording;
      readonly each: string | null;
    }
  | { readonly kind: 'title'; readonly text: Wording; readonly each: null }
  | { readonly kind: 'form'; readonly rows: readonly (readonly FormCell[])[] }
  | {
      readonly kind: 'table';
      readonly list: string;
      readonly caption: Wording;
      readonly columns: readonly TemplateColumn[];
    }
  | { readonly kind: 'chart'; readonly chart: string }
);

export interface FormCell {
  readonly label: string;
  readonly text: Wording;
}

export interface TemplateColumn {
  readonly heading: string;
  readonly width: number;
  readonly align: 'left' | 'center';
  readonly cell: Wording;
}

/** The kind of file that templates are, by which `RulePack.further` knows them. */
export const TEMPLATE_KIND = 'template';

/** The templates of a pack by what they word; empty for a pack that does without. */
export function templatesOf(pack: RulePack): ReadonlyMap<DocumentKind, DocumentTemplate> {
  const files = pack.further?.get(TEMPLATE_KIND) as ReadonlyMap<string, DocumentTemplate> | null | undefined;
  return new Map([...(files?.values() ?? [])].map((template) => [template.document, template]));
}
