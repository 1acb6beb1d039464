import type { FactSource } from '../../outcome';
import { BLOCK_WORDS, ColumnBlock, type Block } from './columnBlock';
import type { Program, ProgramNode, Test } from './program';
import { caseTest, textsOf, type CaseTest } from './tests';
import { createWordSets, MOST_SETS, type WordSets } from './wordSets';

/** A condition over the block: where it holds, where it is known, and where it is unknown not for want of a column. */
export class Bits {
  readonly truth = new Uint32Array(BLOCK_WORDS);
  readonly known = new Uint32Array(BLOCK_WORDS);
  /** Among the unknown: some cause of it lies in the case itself. */
  readonly ownCause = new Uint32Array(BLOCK_WORDS);
  stamp = -1;
}

interface WordGroup {
  readonly fact: string;
  readonly nodes: readonly number[];
  readonly sets: WordSets;
}

/** The parts of a machine that depend on the pack alone, made once. */
export class Wiring {
  readonly groupOf = new Map<number, WordGroup>();

  constructor(readonly program: Program) {
    const byFact = new Map<string, number[]>();
    program.nodes.forEach((node, id) => {
      if (node.kind !== 'test' || node.test.operator !== 'containsAny' || node.test.operand.kind !== 'words') return;
      byFact.set(node.test.fact, [...(byFact.get(node.test.fact) ?? []), id]);
    });
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

/** Works out conditions block by block, each at most once per block and only when a rule asks for it. */
export class Machine {
  private readonly bits: Bits[];
  private readonly columns = new Map<string, ColumnBlock>();
  private readonly tests = new Map<number, CaseTest>();
  private stamp = 0;

  constructor(
    private readonly wiring: Wiring,
    private readonly facts: FactSource,
    private readonly block: Block,
  ) {
    this.bits = wiring.program.nodes.map(() => new Bits());
  }

  /** To be called when the block holds other cases. */
  next(): void {
    this.stamp++;
  }

  of(id: number): Bits {
    const bits = this.bits[id];
    const node = this.wiring.program.nodes[id];
    if (!bits || !node) throw new RangeError(`no condition ${id}`);
    if (bits.stamp === this.stamp) return bits;
    if (node.kind === 'test') this.test(id, node.test, bits);
    else if (node.kind === 'not') this.not(this.of(node.of), bits);
    else this.group(node, bits);
    bits.stamp = this.stamp;
    return bits;
  }

  private not(inner: Bits, out: Bits): void {
    for (let w = 0; w < this.block.words; w++) {
      const known = inner.known[w] ?? 0;
      out.truth[w] = known & ~(inner.truth[w] ?? 0);
      out.known[w] = known;
      out.ownCause[w] = inner.ownCause[w] ?? 0;
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
        const known = child.known[w] ?? 0;
        const truth = child.truth[w] ?? 0;
        const settled = (decided[w] ?? 0) | (all ? known & ~truth : truth);
        decided[w] = settled;
        open[w] = (open[w] ?? 0) | ((full[w] ?? 0) & ~known);
        cause[w] = (cause[w] ?? 0) | (child.ownCause[w] ?? 0);
        left |= (full[w] ?? 0) & ~settled;
      }
      if (left === 0) break;
    }
    for (let w = 0; w < words; w++) {
      const settled = decided[w] ?? 0;
      const unknown = (open[w] ?? 0) & ~settled;
      const known = (full[w] ?? 0) & ~unknown;
      out.known[w] = known;
      out.truth[w] = all ? known & ~settled : settled;
      out.ownCause[w] = (cause[w] ?? 0) & unknown;
    }
  }

  private column(fact: string): ColumnBlock {
    let column = this.columns.get(fact);
    if (!column) this.columns.set(fact, (column = new ColumnBlock(this.facts.column(fact))));
    if (column.stamp !== this.stamp) {
      column.load(this.block);
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
    let holds = this.tests.get(id);
    if (!holds) {
      holds = caseTest(test.operator, left.column, test.operand, right?.column ?? null);
      this.tests.set(id, holds);
    }
    const { words, cases } = this.block;
    for (let w = 0; w < words; w++) {
      let truth = 0;
      // Goes from set bit to set bit: a value that is not known is never looked at.
      for (let rest = out.known[w] ?? 0; rest !== 0; rest &= rest - 1) {
        const bit = rest & -rest;
        if (holds(cases[(w << 5) + 31 - Math.clz32(bit)] ?? 0)) truth |= bit;
      }
      out.truth[w] = truth;
    }
  }

  private blankness(column: ColumnBlock, out: Bits): void {
    for (let w = 0; w < this.block.words; w++) {
      const undecided = column.undecided[w] ?? 0;
      out.truth[w] = column.blank[w] ?? 0;
      out.known[w] = (this.block.full[w] ?? 0) & ~undecided;
      out.ownCause[w] = undecided & ~(column.missing[w] ?? 0);
    }
  }

  private knownness(left: ColumnBlock, right: ColumnBlock | null, out: Bits): void {
    for (let w = 0; w < this.block.words; w++) {
      const full = this.block.full[w] ?? 0;
      const knownLeft = left.known[w] ?? 0;
      const knownRight = right ? (right.known[w] ?? 0) : full;
      out.known[w] = knownLeft & knownRight;
      const own = full & ~knownLeft & ~(left.missing[w] ?? 0);
      out.ownCause[w] = right ? own | (full & ~knownRight & ~(right.missing[w] ?? 0)) : own;
    }
  }

  /** One scan of a text column for all rules that look for words in it. */
  private words(group: WordGroup, column: ColumnBlock): void {
    const texts = textsOf(column.column);
    const outs = group.nodes.map((id) => this.bits[id]).filter((bits): bits is Bits => bits !== undefined);
    for (const out of outs) {
      this.knownness(column, null, out);
      out.truth.fill(0);
      out.stamp = this.stamp;
    }
    const { words, cases } = this.block;
    for (let w = 0; w < words; w++) {
      for (let rest = column.known[w] ?? 0; rest !== 0; rest &= rest - 1) {
        const bit = rest & -rest;
        let found = group.sets.scan(texts[cases[(w << 5) + 31 - Math.clz32(bit)] ?? 0] ?? '');
        for (; found !== 0; found &= found - 1) {
          const out = outs[31 - Math.clz32(found & -found)];
          if (out) out.truth[w] = (out.truth[w] ?? 0) | bit;
        }
      }
    }
  }
}
