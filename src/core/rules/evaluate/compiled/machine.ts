import { createWordSets, MOST_SETS, type WordSets } from '../../../words/wordSets';
import type { FactSource } from '../../outcome';
import { ColumnBlock, type Block } from './columnBlock';
import type { Program, ProgramNode, Test } from './program';
import { blockTest, type BlockTest } from './tests';

/** A condition over the block: where it holds, where it is known, and where it is unknown not for want of a column. */
export class Bits {
  readonly truth: Int32Array;
  readonly known: Int32Array;
  /** Among the unknown: some cause of it lies in the case itself. */
  readonly ownCause: Int32Array;
  stamp = -1;

  constructor(words: number) {
    this.truth = new Int32Array(words);
    this.known = new Int32Array(words);
    this.ownCause = new Int32Array(words);
  }
}

interface WordGroup {
  readonly fact: string;
  readonly nodes: readonly number[];
  readonly sets: WordSets;
}

/** The parts of a machine that depend on the pack alone, made once. */
export class Wiring {
  readonly groupOf = new Map<number, WordGroup>();
  /** Texts on which several tests are made that a dictionary answers. */
  readonly worthDictionary: ReadonlySet<string>;

  constructor(readonly program: Program) {
    const byFact = new Map<string, number[]>();
    const tests = new Map<string, number>();
    program.nodes.forEach((node, id) => {
      if (node.kind !== 'test') return;
      const { fact, operator, operand } = node.test;
      if (operator === 'containsAny' && operand.kind === 'words') byFact.set(fact, [...(byFact.get(fact) ?? []), id]);
      // An expression costs so much that one is enough.
      const weight = operator === 'matches' ? 2 : operator === 'in' || operator === 'equal' ? 1 : 0;
      if (operand.kind !== 'fact') tests.set(fact, (tests.get(fact) ?? 0) + weight);
    });
    this.worthDictionary = new Set([...tests].filter(([, weight]) => weight > 1).map(([fact]) => fact));
    for (const [fact, ids] of byFact) {
      for (let at = 0; at < ids.length; at += MOST_SETS) {
        const nodes = ids.slice(at, at + MOST_SETS);
        const group = { fact, nodes, sets: createWordSets(nodes.map((id) => wordsOf(program.nodes[id]))) };
        for (const id of nodes) this.groupOf.set(id, group);
      }
    }
  }
}

const wordsOf = (node: ProgramNode | undefined): readonly string[] =>
  node?.kind === 'test' && node.test.operand.kind === 'words' ? node.test.operand.words : [];

/** With fewer cases than this, making a dictionary costs more than it saves. */
const FEW = 1024;

/** Works out conditions block by block, each at most once per block and only when a rule asks for it. */
export class Machine {
  private readonly bits: (Bits | undefined)[];
  private readonly tests: (BlockTest | undefined)[];
  private readonly columns = new Map<string, ColumnBlock>();
  private stamp = 0;

  /** @param total how many cases will go through the block in all */
  constructor(
    private readonly wiring: Wiring,
    private readonly facts: FactSource,
    private readonly block: Block,
    private readonly total: number,
  ) {
    this.bits = new Array<Bits | undefined>(wiring.program.nodes.length).fill(undefined);
    this.tests = new Array<BlockTest | undefined>(wiring.program.nodes.length).fill(undefined);
  }

  /** To be called when the block holds other cases. */
  next(): void {
    this.stamp++;
  }

  of(id: number): Bits {
    const bits = this.bitsOf(id);
    if (bits.stamp === this.stamp) return bits;
    const node = this.wiring.program.nodes[id];
    if (!node) throw new RangeError(`no condition ${id}`);
    if (node.kind === 'test') this.test(id, node.test, bits);
    else if (node.kind === 'not') this.not(this.of(node.of), bits);
    else this.group(node, bits);
    bits.stamp = this.stamp;
    return bits;
  }

  private bitsOf(id: number): Bits {
    return (this.bits[id] ??= new Bits(this.block.full.length));
  }

  private not(inner: Bits, out: Bits): void {
    for (let w = 0; w < this.block.words; w++) {
      const known = inner.known[w] as number;
      out.truth[w] = known & ~(inner.truth[w] as number);
      out.known[w] = known;
      out.ownCause[w] = inner.ownCause[w] as number;
    }
  }

  private group(node: { kind: 'all' | 'any'; of: readonly number[] }, out: Bits): void {
    const { words, full } = this.block;
    const all = node.kind === 'all';
    // `decided`: a child that settles the group was met. `open`: a child that is unknown was.
    const decided = out.truth.fill(0);
    const open = out.known.fill(0);
    const cause = out.ownCause.fill(0);
    for (const id of node.of) {
      const child = this.of(id);
      let left = 0;
      for (let w = 0; w < words; w++) {
        const known = child.known[w] as number;
        const truth = child.truth[w] as number;
        const there = full[w] as number;
        const settled = (decided[w] as number) | (all ? known & ~truth : truth);
        decided[w] = settled;
        open[w] = (open[w] as number) | (there & ~known);
        cause[w] = (cause[w] as number) | (child.ownCause[w] as number);
        left |= there & ~settled;
      }
      if (left === 0) break;
    }
    for (let w = 0; w < words; w++) {
      const settled = decided[w] as number;
      const unknown = (open[w] as number) & ~settled;
      const known = (full[w] as number) & ~unknown;
      out.known[w] = known;
      out.truth[w] = all ? known & ~settled : settled;
      out.ownCause[w] = (cause[w] as number) & unknown;
    }
  }

  private column(fact: string): ColumnBlock {
    let column = this.columns.get(fact);
    if (!column) {
      const worthDictionary = this.total >= FEW && this.wiring.worthDictionary.has(fact);
      column = new ColumnBlock(this.facts.column(fact), this.block, worthDictionary);
      this.columns.set(fact, column);
    }
    if (column.stamp !== this.stamp) {
      column.load();
      column.stamp = this.stamp;
    }
    return column;
  }

  private test(id: number, test: Test, out: Bits): void {
    const left = this.column(test.fact);
    if (test.operator === 'isBlank') return this.blankness(left, out);
    const group = this.wiring.groupOf.get(id);
    if (group) return this.words(group, left);
    const right = test.operand.kind === 'fact' ? this.column(test.operand.fact) : null;
    this.knownness(left, right, out);
    const { words } = this.block;
    const made = (this.tests[id] ??= blockTest(test, this.block, left, right));
    if (made.kind === 'all') {
      made.run(out.truth);
      for (let w = 0; w < words; w++) out.truth[w] = (out.truth[w] as number) & (out.known[w] as number);
      return;
    }
    const holds = made.ready();
    for (let w = 0; w < words; w++) {
      let truth = 0;
      // Goes from set bit to set bit: a value that is not known is never looked at.
      for (let rest = out.known[w] as number; rest !== 0; rest &= rest - 1) {
        const bit = rest & -rest;
        if (holds((w << 5) + 31 - Math.clz32(bit))) truth |= bit;
      }
      out.truth[w] = truth;
    }
  }

  private blankness(column: ColumnBlock, out: Bits): void {
    for (let w = 0; w < this.block.words; w++) {
      const undecided = column.undecided[w] as number;
      out.truth[w] = column.blank[w] as number;
      out.known[w] = (this.block.full[w] as number) & ~undecided;
      out.ownCause[w] = undecided & ~(column.missing[w] as number);
    }
  }

  private knownness(left: ColumnBlock, right: ColumnBlock | null, out: Bits): void {
    for (let w = 0; w < this.block.words; w++) {
      const full = this.block.full[w] as number;
      const known = left.known[w] as number;
      out.known[w] = known;
      out.ownCause[w] = full & ~known & ~(left.missing[w] as number);
    }
    if (right === null) return;
    for (let w = 0; w < this.block.words; w++) {
      const known = right.known[w] as number;
      const own = (this.block.full[w] as number) & ~known & ~(right.missing[w] as number);
      out.known[w] = (out.known[w] as number) & known;
      out.ownCause[w] = (out.ownCause[w] as number) | own;
    }
  }

  /** One scan of a text column for all rules that look for words in it. */
  private words(group: WordGroup, column: ColumnBlock): void {
    const { values, start } = column.texts();
    const outs = group.nodes.map((id) => this.bitsOf(id));
    for (const out of outs) {
      this.knownness(column, null, out);
      out.truth.fill(0);
      out.stamp = this.stamp;
    }
    const { words } = this.block;
    const { sets } = group;
    for (let w = 0; w < words; w++) {
      for (let rest = column.known[w] as number; rest !== 0; rest &= rest - 1) {
        const bit = rest & -rest;
        let found = sets.scan(values[start + (w << 5) + 31 - Math.clz32(bit)] as string);
        for (; found !== 0; found &= found - 1) {
          const out = outs[31 - Math.clz32(found & -found)];
          if (out) out.truth[w] = (out.truth[w] as number) | bit;
        }
      }
    }
  }
}
