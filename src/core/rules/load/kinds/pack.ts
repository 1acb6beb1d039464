import type { Effective } from '../../pack';
import { PACK_PATH } from '../../packFiles';
import { excerpt } from '../report';
import { EFFECTIVE, TEXT, fileShape, listOf, may, must, objectOf } from '../shape';
import type { FileKind } from './kind';

export interface PackFile {
  readonly name: string;
  /** What people are told it is called; the name where the file says nothing. */
  readonly title: string;
  readonly version: string;
  readonly owner: string;
  readonly effective: Effective;
  /** In the order of the list, each once; whether they are paths at all is seen against the files there are. */
  readonly files: readonly { readonly path: string; readonly offset: number }[];
  /** Where the list stands. */
  readonly filesAt: number;
}

/** `pack.json`: who answers for the pack, when it is in force, and every file that belongs to it. */
export const PACK: FileKind<PackFile> = {
  id: 'pack',
  says: '规则包清单',
  files: [PACK_PATH],
  shape: fileShape({
    name: must('规则包的名称，英文小写，如 shucheng-2021。', TEXT),
    title: may('规则包的中文名，报告和界面上用它；不写时用 name。', TEXT),
    version: must('版本号，如 1.0.0；改动规则后请递增。', TEXT),
    owner: must('负责维护规则的部门。', TEXT),
    effective: must('整个规则包的施行日期；没有被新规则包取代以前不写止日。', objectOf(EFFECTIVE)),
    files: must(
      '规则包的全部文件，按此顺序读取和报告。增删文件时同时改这里。',
      listOf({ is: 'text', like: '^([^/\\\\:]+/)*[^/\\\\:]+\\.json$' }),
    ),
  }),
  read(root, reading) {
    const top = reading.object(root, this.shape);
    if (!top) return null;
    const name = reading.text(top, 'name');
    const title = top.has('title') ? reading.text(top, 'title') : name;
    const version = reading.text(top, 'version');
    const owner = reading.text(top, 'owner');
    const effective = reading.effective(top);
    const files: PackFile['files'][number][] = [];
    const seen = new Set<string>();
    const items = reading.items(top, 'files');
    for (const item of items ?? []) {
      const path = reading.textOf(item, 'files', true);
      if (path === null) continue;
      if (seen.has(path)) reading.refuse(item.offset, 'rules-file-listed-twice', { path: excerpt(path) });
      else files.push({ path, offset: item.offset });
      seen.add(path);
    }
    // Without the list nothing else can be looked into; without a name it can.
    if (!items) return null;
    const filesAt = top.get('files')?.value.offset ?? root.offset;
    return {
      name: name ?? '',
      title: title ?? '',
      version: version ?? '',
      owner: owner ?? '',
      effective,
      files,
      filesAt,
    };
  },
};
