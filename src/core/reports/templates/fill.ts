import { gap, headingLevel, type Block, type ReportDocument } from '../document';
import type { DocumentBars } from '../document';
import type { DocumentTemplate, TemplateBlock, Wording } from './template';

/** What a document says at its placeholders; a blank or absent value is left for a person to write. */
export type Values = Readonly<Record<string, string>>;

/** Everything a template may ask for. */
export interface Filling {
  readonly values: Values;
  readonly lists?: Readonly<Record<string, readonly Values[]>>;
  readonly charts?: Readonly<Record<string, DocumentBars>>;
  /** The last look at every value: what may stand nowhere is taken out, whatever cell it came from. */
  readonly guard?: (value: string) => string;
}

/** Nothing, or none of them: what `when` asks for is not there. */
const isNothing = (value: string | undefined): boolean => value === undefined || value === '' || value === '0';

/** A text with its values; where one is wanting, the gap that names it. */
export const sayWording = (wording: Wording, values: Values): string =>
  wording.map((part) => (typeof part === 'string' ? part : values[part.placeholder] || gap(part.placeholder))).join('');

/** A document worded by its template; `name` is what it is called among others. */
export function fillTemplate(template: DocumentTemplate, name: string, given: Filling): ReportDocument {
  const filling = guarded(given);
  const { values } = filling;
  const say = (wording: Wording): string => sayWording(wording, values);
  const said = <K extends 'title' | 'number' | 'addressee'>(kind: K, wording: Wording | null) =>
    wording === null ? [] : [{ kind, text: say(wording) }];
  const signature =
    template.signature === null && template.date === null
      ? []
      : [
          {
            kind: 'signature' as const,
            by: template.signature === null ? '' : say(template.signature),
            on: template.date === null ? '' : say(template.date),
          },
        ];
  // Nobody is copied in where the case names nobody: no gap for what may not be.
  const copyTo = template.copyTo?.every((part) => typeof part === 'string' || !isNothing(values[part.placeholder]))
    ? say(template.copyTo)
    : '';
  const printed = template.printedBy === null ? '' : say(template.printedBy);
  const imprint =
    copyTo === '' && printed === ''
      ? []
      : [{ kind: 'imprint' as const, copyTo, by: printed, on: printed === '' ? '' : (values['成文日期'] ?? '') }];
  return {
    name,
    blocks: [
      ...said('title', template.title),
      ...said('number', template.number),
      ...said('addressee', template.addressee),
      ...template.body.flatMap((block) => fillBlock(block, filling)),
      ...signature,
      ...imprint,
      ...template.receipt.flatMap((block) => fillBlock(block, filling)),
    ],
  };
}

function guarded({ values, lists = {}, guard, ...rest }: Filling): Filling {
  if (guard === undefined) return { values, lists, ...rest };
  const look = (of: Values): Values =>
    Object.fromEntries(Object.entries(of).map(([name, value]) => [name, guard(value)]));
  return {
    ...rest,
    values: look(values),
    lists: Object.fromEntries(Object.entries(lists).map(([name, entries]) => [name, entries.map(look)])),
  };
}

function fillBlock(block: TemplateBlock, filling: Filling): readonly Block[] {
  const { values, lists = {}, charts = {} } = filling;
  if (block.when !== null && isNothing(values[block.when])) return [];
  if (block.unless !== null && !isNothing(values[block.unless])) return [];
  switch (block.kind) {
    case 'form':
      return [
        {
          kind: 'form',
          rows: block.rows.map((cells) => cells.map(({ label, text }) => ({ label, text: sayWording(text, values) }))),
        },
      ];
    case 'table':
      return [
        {
          kind: 'table',
          caption: sayWording(block.caption, values),
          columns: block.columns.map(({ heading, width, align }) => ({ heading, width, align })),
          rows: (lists[block.list] ?? []).map((entry) => {
            const all = { ...values, ...entry };
            return block.columns.map(({ cell }) => sayWording(cell, all));
          }),
        },
      ];
    case 'chart': {
      const chart = charts[block.chart];
      return chart === undefined || chart.bars.length === 0 ? [] : [chart];
    }
    default: {
      const entries = block.each === null ? [{}] : (lists[block.each] ?? []);
      return entries.map((entry) => textBlock(block.kind, sayWording(block.text, { ...values, ...entry })));
    }
  }
}

function textBlock(kind: 'title' | 'heading' | 'paragraph' | 'attachment' | 'note' | 'cut', text: string): Block {
  return kind === 'heading' ? { kind, level: headingLevel(text), text } : { kind, text };
}
