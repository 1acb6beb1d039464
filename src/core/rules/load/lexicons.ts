import type { Lexicon, Vocabulary } from '../pack';
import type { JsonNode } from './json';
import { LEXICON } from './kinds/lexicon';
import { VOCABULARY } from './kinds/vocabulary';
import { NOTHING_KNOWN, type Known, type Misnamed } from './known';
import type { Reading } from './reading';
import { excerpt, suggestion } from './report';

const FOLDER = 'lexicon/';

export const isLexiconPath = (path: string): boolean => path.startsWith(FOLDER);

interface Named<T> {
  readonly misnamed: Map<string, Misnamed<T>>;
  readonly found: Map<string, T>;
}

/** The files of `lexicon/`: words, or the values of an enum field; their keys tell which. */
export class LexiconFiles {
  private readonly lexicons: Named<Lexicon> = { misnamed: new Map(), found: new Map() };
  private readonly vocabularies: Named<Vocabulary> = { misnamed: new Map(), found: new Map() };
  private readonly names = new Set<string>();
  /** Files that gave a name to look up. */
  count = 0;

  get known(): Pick<Known, 'lexicons' | 'vocabularies' | 'misnamedLexicons' | 'misnamedVocabularies'> {
    return {
      lexicons: this.lexicons.found,
      vocabularies: this.vocabularies.found,
      misnamedLexicons: this.lexicons.misnamed,
      misnamedVocabularies: this.vocabularies.misnamed,
    };
  }

  read(path: string, root: JsonNode, reading: Reading): void {
    const isVocabulary = root.kind === 'object' && (root.members.has('values') || root.members.has('open'));
    const base = path.slice(FOLDER.length).replace(/\.json$/, '');
    if (isVocabulary) {
      const read = VOCABULARY.read(root, reading, NOTHING_KNOWN);
      this.keep(this.vocabularies, read, base.replace(/^vocab-/, ''), root, reading);
    } else this.keep(this.lexicons, LEXICON.read(root, reading, NOTHING_KNOWN), base, root, reading);
  }

  /** Refuses the lack of what the program itself looks up. */
  checkNeeds(needed: readonly string[], complete: boolean, listing: Reading, at: number): void {
    for (const name of needed) {
      if (this.lexicons.found.has(name)) continue;
      const misnamed = this.lexicons.misnamed.get(name);
      if (misnamed) misnamed.tell();
      else if (complete) {
        const nearest = suggestion(name, this.lexicons.found.keys());
        listing.refuse(at, 'rules-lexicon-required', { lexicon: name, nearest });
      }
    }
  }

  private keep<T extends Lexicon | Vocabulary>(
    into: Named<T>,
    read: T | null,
    base: string,
    root: JsonNode,
    reading: Reading,
  ): void {
    if (!read) return;
    this.count++;
    const node = root.kind === 'object' ? root.members.get('name')?.value : undefined;
    const at = node?.offset ?? root.offset;
    if (this.names.has(read.name)) {
      reading.refuse(at, 'rules-name-twice', { key: 'name', name: excerpt(read.name) });
      into.misnamed.set(base, { read, tell: () => undefined });
      return;
    }
    this.names.add(read.name);
    into.found.set(read.name, read);
    if (read.name === base) return;
    const tell = (): void => void reading.refuse(at, 'rules-lexicon-name', { name: excerpt(read.name), nearest: base });
    into.misnamed.set(base, { read, tell });
  }
}
