import { loadRulePack } from '../../src/core/check/loadRulePack';
import { FILE_KINDS } from '../../src/core/rules/load/kinds/registry';
import type { PackFiles } from '../../src/core/rules/loadPack';
import { definitions } from './definitions';
import type { Schema } from './json';
import { ofObject } from './shapes';

/** Every schema of `rules/schema`, by file name: one per kind of file, with the names that this pack defines. */
export function ruleSchemas(files: PackFiles): ReadonlyMap<string, string> {
  const loaded = loadRulePack(files);
  if (!loaded.ok) throw new Error(loaded.problems.map((problem) => JSON.stringify(problem)).join('\n'));
  const all: Readonly<Record<string, Schema>> = definitions(loaded.value);
  return new Map(
    FILE_KINDS.map((kind) => {
      const body = ofObject(kind.shape);
      const schema = {
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        title: kind.says,
        $comment: '由 npm run schema 生成，不要手改。',
        ...body,
        $defs: used(body, all),
      };
      return [`${kind.id}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`];
    }),
  );
}

/** The definitions that a schema needs, and those that these need. */
function used(body: Schema, all: Readonly<Record<string, Schema>>): Readonly<Record<string, Schema>> {
  const names = new Set<string>();
  const visit = (schema: Schema): void => {
    for (const [, name = ''] of JSON.stringify(schema).matchAll(/"#\/\$defs\/(\w+)"/g)) {
      if (names.has(name)) continue;
      names.add(name);
      const definition = all[name];
      if (definition) visit(definition);
    }
  };
  visit(body);
  return Object.fromEntries(Object.entries(all).filter(([name]) => names.has(name)));
}

/** VS Code's `json.schemas`: which schema a file gets that does not name one itself. */
export function editorSchemas(): readonly { readonly fileMatch: readonly string[]; readonly url: string }[] {
  const below = (glob: string): string => (glob.startsWith('!') ? `!/rules/${glob.slice(1)}` : `/rules/${glob}`);
  const single = FILE_KINDS.flatMap(({ files }) => files).filter(
    (glob) => !glob.includes('*') && !glob.startsWith('!'),
  );
  return FILE_KINDS.map(({ id, files }) => ({
    // Any other file holds rules: what has a kind of its own is taken out.
    fileMatch: [...files.map(below), ...(files.includes('*.json') ? single.map((path) => `!/rules/${path}`) : [])],
    url: `./rules/schema/${id}.schema.json`,
  }));
}
