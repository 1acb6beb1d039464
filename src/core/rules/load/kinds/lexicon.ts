import type { Lexicon } from '../../pack';
import { TEXT, fileShape, listOf, must } from '../shape';
import type { FileKind } from './kind';

/** A file of `lexicon/` with words that rules look for. */
export const LEXICON: FileKind<Lexicon> = {
  id: 'lexicon',
  says: '词表：规则要找的词',
  files: ['lexicon/*.json', '!lexicon/vocab-*.json'],
  shape: fileShape({
    name: must('词表的名称，规则用 { "lexicon": "名称" } 引用它。', TEXT),
    title: must('词表的中文标题，说明收哪些词。', TEXT),
    words: must('词，一行一个；文字里出现其中任何一个就算。增删词只改这里。', listOf(TEXT, 1)),
  }),
  read(root, reading) {
    const top = reading.object(root, this.shape);
    const name = top && reading.text(top, 'name');
    const title = top && reading.text(top, 'title');
    const words = top && reading.texts(top, 'words', false);
    if (!top || !name) return null;
    return { name, title: title ?? name, words: words ?? [] };
  },
};
