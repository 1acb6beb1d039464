import { parseIso } from '../../dates/civil';
import type { FactType, FactValue } from '../../facts/column';
import type { ExampleFacts, Rule } from '../pack';
import type { JsonNode } from './json';
import { factNamed, type Known } from './known';
import type { Reading } from './reading';
import { excerpt, suggestion } from './report';
import { EXAMPLES, UNREADABLE } from './ruleShapes';

const KINDS = ['flagged', 'clean', 'cannotJudge', 'notApplicable'] as const;

type ExampleFact = ExampleFacts[string];

/** A rule's examples: at least one that it flags and one that it clears. Their facts are typed like conditions. */
export function readExamples(node: JsonNode, reading: Reading, known: Known): Rule['examples'] {
  const examples: Record<(typeof KINDS)[number], ExampleFacts[]> = {
    flagged: [],
    clean: [],
    cannotJudge: [],
    notApplicable: [],
  };
  const members = reading.object(node, EXAMPLES, 'examples');
  if (!members) return examples;
  for (const kind of KINDS) {
    const items = reading.items(members, kind) ?? [];
    const list = members.get(kind)?.value;
    if (list?.kind === 'array' && items.length === 0 && (kind === 'flagged' || kind === 'clean'))
      reading.refuse(list.offset, 'rules-examples-missing', { key: kind });
    for (const item of items) {
      const facts: Record<string, ExampleFact> = {};
      for (const [fact, { offset, value }] of reading.entries(item, kind)) {
        const type = known.facts.get(fact);
        if (type === undefined) {
          if (known.factsComplete)
            reading.refuse(offset, 'rules-fact-unknown', () => ({
              fact: excerpt(fact),
              nearest: factNamed(fact, known),
            }));
          continue;
        }
        if (known.untyped.has(fact)) continue;
        const read = exampleFact(value, fact, type, reading, known);
        if (read !== undefined) facts[fact] = read;
      }
      examples[kind].push(facts);
    }
  }
  return examples;
}

/** undefined where it was refused. */
function exampleFact(
  node: JsonNode,
  fact: string,
  type: FactType,
  reading: Reading,
  known: Known,
): ExampleFact | undefined {
  if (node.kind === 'null') return null;
  if (node.kind === 'object') {
    const members = reading.object(node, UNREADABLE, fact);
    const unreadable = members && reading.text(members, 'unreadable');
    return unreadable ? { unreadable } : undefined;
  }
  if (node.kind === 'array') {
    if (type !== 'names') return wrong(node, fact, type, reading);
    const names = node.items.map((item) => reading.textOf(item, fact));
    return names.includes(null) ? undefined : (names as readonly string[]);
  }
  const value = node.value as FactValue;
  if (type === 'number') return typeof value === 'number' ? value : wrong(node, fact, type, reading);
  if (type === 'boolean') return typeof value === 'boolean' ? value : wrong(node, fact, type, reading);
  if (type === 'names' || typeof value !== 'string') return wrong(node, fact, type, reading);
  // A blank is null: an empty text would be a value that no cell has.
  if (value === '') return reading.refuse(node.offset, 'rules-value-empty', { key: fact }) ?? undefined;
  if (type === 'date') return parseIso(value) ?? reading.dayOf(node, fact) ?? undefined;
  // A limit that is no date (60日内, 尽快) is there all the same: its day alone is not known.
  if (type === 'limit') return parseIso(value) ?? NaN;
  const closed = type === 'enum' ? known.values.get(fact) : undefined;
  if (closed && !closed.values.includes(value)) {
    const near = (): string => closed.spellings.get(value) ?? suggestion(value, closed.values);
    reading.refuse(node.offset, 'rules-enum-value-unknown', () => ({
      fact,
      value: excerpt(value),
      choices: closed.values,
      nearest: near(),
    }));
    return undefined;
  }
  return value;
}

function wrong(node: JsonNode, fact: string, type: FactType, reading: Reading): undefined {
  if (node.kind === 'invalid') return undefined;
  const wanted = type === 'names' ? 'list' : type;
  reading.refuse(node.offset, 'rules-example-wrong-type', { fact, type, wanted, found: node.kind });
  return undefined;
}
