import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseTree, type Node } from 'jsonc-parser';
import { parseStrictJson, type JsonNode } from '../../../../src/core/rules/load/json';
import { Report, SourceText } from '../../../../src/core/rules/load/report';
import { packFiles } from '../../facts/ledger';

function parse(text: string): { node: JsonNode | null; problems: string[] } {
  const report = new Report();
  const node = parseStrictJson(new SourceText('x.json', text), report);
  return {
    node,
    problems: report.problems.map(({ code, place }) => `${place?.line}:${place?.column} ${code}`),
  };
}

/** What jsonc-parser says of the same text, in our form. */
function oracle(node: Node): JsonNode {
  const { offset } = node;
  if (node.type === 'array') return { kind: 'array', offset, items: (node.children ?? []).map(oracle) };
  if (node.type !== 'object') {
    const kind = node.type as 'string' | 'number' | 'boolean' | 'null';
    return { kind, offset, value: node.value as string };
  }
  const members = (node.children ?? []).map(({ children = [] }) => {
    const [key, value] = children;
    assert.ok(key && value);
    return [String(key.value), { offset: key.offset, value: oracle(value) }] as const;
  });
  return { kind: 'object', offset, members: new Map(members) };
}

function agrees(text: string): void {
  const tree = parseTree(text, [], { disallowComments: true });
  assert.ok(tree);
  const { node, problems } = parse(text);
  assert.deepEqual(problems, []);
  assert.deepEqual(node, oracle(tree));
}

const FORBIDDEN = new Set(['prototype', ...Object.getOwnPropertyNames(Object.prototype)]);
const key = fc.string({ unit: 'grapheme', maxLength: 6 }).filter((name) => !FORBIDDEN.has(name));
const value = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(key, tie('any'), { maxKeys: 4 }),
  ),
}));

describe('parseStrictJson', () => {
  it('reads every file of the default pack as jsonc-parser does, positions included', () => {
    for (const [, text] of packFiles()) agrees(text);
  });

  it('reads any JSON as jsonc-parser does, whatever its spacing and escapes', () => {
    fc.assert(
      fc.property(value.any, fc.constantFrom(undefined, 0, 2, '\t', '\r\n'.repeat(1)), (any, indent) => {
        agrees(
          JSON.stringify(any, null, indent === '\r\n' ? 2 : indent).replace(/\n/g, indent === '\r\n' ? '\r\n' : '\n'),
        );
      }),
      { numRuns: 500 },
    );
    agrees(' {"a":"\\u4e00\\"\\/\\b\\f\\n\\r\\t\\\\", "b" : [ ] , "c":{ },"d":-0.5e-3}\n');
  });

  it('takes no text that JSON.parse does not take', () => {
    const pieces = [
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"',
      '1',
      '01',
      '-',
      '.5',
      'true',
      'nul',
      ' ',
      '\n',
      '\\',
      '“',
      '，',
      '//x',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        let taken = true;
        try {
          JSON.parse(text);
        } catch {
          taken = false;
        }
        const { node, problems } = parse(text);
        // A key twice is JSON to JSON.parse, and a slip to us.
        if (taken)
          assert.ok(
            problems.every((one) => one.endsWith('rules-key-twice')),
            `${text}: ${problems.join()}`,
          );
        else assert.ok(problems.length > 0, `${text} was taken`);
        if (problems.length === 0) assert.ok(node);
      }),
      { numRuns: 5000 },
    );
  });

  it('goes on after slips that leave no doubt, and tells each', () => {
    const text = '{\n  "a": 1 // 一\n  "b"： "x"，\n  “c”: [1 2,],\n  "d" True\n}';
    const { node, problems } = parse(text);
    assert.deepEqual(problems, [
      '2:10 rules-json-comment',
      '2:9 rules-json-comma-missing',
      '3:6 rules-json-fullwidth',
      '3:11 rules-json-fullwidth',
      '4:3 rules-json-fullwidth',
      '4:10 rules-json-comma-missing',
      '4:12 rules-json-trailing-comma',
      '5:6 rules-json-colon-missing',
    ]);
    assert.equal(node, null, 'True after a missing colon leaves doubt');
  });

  it('goes on after a word that is no value, which then says nothing', () => {
    const { node, problems } = parse('{ "a": True, "b": 3天, "c": 1 }');
    assert.deepEqual(problems, ['1:8 rules-json-value-expected', '1:19 rules-json-value-expected']);
    assert.ok(node?.kind === 'object');
    assert.deepEqual(
      [...node.members.values()].map((member) => member.value.kind),
      ['invalid', 'invalid', 'number'],
    );
  });
});
