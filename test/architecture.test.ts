import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const root = path.resolve(__dirname, '..');

/** What a guarded folder may import: folders of ours (by prefix), packages by name or, ending in /, all below a path. */
interface Guard {
  readonly folder: string;
  readonly folders: readonly string[];
  readonly packages: Readonly<Record<string, readonly string[]>>;
  /** Globals of a browser, of Node, of Office that must not be named here. */
  readonly forbiddenGlobals?: readonly string[];
}

/** file prefix -> packages; '' stands for every file of the folder. */
const GUARDS: readonly Guard[] = [
  {
    folder: 'src/core',
    folders: ['src/core'],
    packages: {
      'src/core/rules/evaluate/jsonRulesEngine': ['json-rules-engine'],
      'src/core/rules': ['re2js', '@noble/hashes/sha256', '@noble/hashes/utils', '@noble/hashes/sha2'],
    },
    forbiddenGlobals: ['Date', 'Intl', 'process', 'window', 'document', 'Office', 'Excel', 'setTimeout', 'console'],
  },
  { folder: 'src/ports', folders: ['src/ports', 'src/core'], packages: {} },
  { folder: 'src/text', folders: ['src/text', 'src/core'], packages: {} },
  { folder: 'src/app', folders: ['src/app', 'src/core', 'src/ports'], packages: {} },
  {
    folder: 'src/hosts/xlsx',
    folders: ['src/hosts/xlsx', 'src/ports', 'src/core'],
    packages: {
      '': ['fflate', 'saxes'],
      'src/hosts/xlsx/inflateNode': ['node:zlib'],
      'src/hosts/xlsx/write/deflateNode': ['node:zlib'],
    },
  },
  { folder: 'src/hosts/excel', folders: ['src/hosts/excel', 'src/ports', 'src/core'], packages: {} },
  {
    folder: 'src/hosts/docx',
    folders: ['src/hosts/docx', 'src/ports', 'src/core'],
    packages: {
      '': ['docx'],
      'src/hosts/docx/bars': ['docx/charts'],
      // The package's own file is opened to fill in what it takes too long to make.
      'src/hosts/docx/renderDocuments': ['fflate'],
    },
  },
  { folder: 'src/hosts/memory', folders: ['src/hosts/memory', 'src/ports', 'src/core'], packages: {} },
  {
    folder: 'src/hosts/ruleFolder',
    folders: ['src/hosts/ruleFolder', 'src/ports', 'src/core'],
    packages: { '': ['node:fs', 'node:fs/promises', 'node:path'] },
  },
  {
    folder: 'src/hosts/ruleSite',
    folders: ['src/hosts/ruleSite', 'src/ports', 'src/core'],
    packages: {},
    forbiddenGlobals: ['fetch', 'window', 'document', 'process'],
  },
  { folder: 'addin/worker/rpc', folders: ['addin/worker/rpc', 'src/ports', 'src/core'], packages: {} },
  {
    folder: 'addin/commands',
    folders: ['addin/commands', 'src/ports'],
    packages: {},
    forbiddenGlobals: ['Office', 'Excel', 'window', 'document'],
  },
  {
    folder: 'addin/pane',
    folders: ['addin/pane', 'src/ports', 'src/core', 'src/text'],
    packages: { '': ['react', 'office-ui-fabric-react/lib/'], 'addin/pane/look/icons': ['@fluentui/svg-icons/icons/'] },
    forbiddenGlobals: ['Office', 'Excel', 'alert', 'confirm', 'prompt', 'fetch'],
  },
  {
    folder: 'addin/start',
    folders: ['addin/start', 'src/ports', 'src/core', 'src/text'],
    packages: { '': ['react', 'react-dom'] },
    forbiddenGlobals: ['Office', 'Excel'],
  },
  {
    folder: 'addin/workbench',
    folders: [
      'addin/workbench',
      'addin/pane',
      'addin/start',
      'addin/worker',
      'src/core',
      'src/hosts/ruleSite',
      'src/ports',
      'src/text',
    ],
    packages: {
      '': ['react'],
      'addin/workbench/page': ['office-ui-fabric-react/lib/Button'],
      'addin/workbench/grid': [
        '@glideapps/glide-data-grid',
        'grid-styles/internal/data-editor-container/data-grid-container.css',
        'grid-styles/internal/scrolling-data-grid/infinite-scroller.css',
      ],
      'addin/workbench/rules/zipFiles': ['fflate'],
    },
    forbiddenGlobals: ['Office', 'Excel'],
  },
  {
    folder: 'addin/workbench/sheet',
    folders: ['addin/workbench/sheet', 'addin/workbench/typing', 'src/core', 'src/text'],
    packages: {},
    forbiddenGlobals: ['window', 'document'],
  },
  {
    folder: 'addin/workbench/typing',
    folders: ['addin/workbench/sheet', 'addin/workbench/typing', 'src/core', 'src/ports'],
    packages: {},
    forbiddenGlobals: ['window', 'document'],
  },
];

function sourcesOf(folder: string): string[] {
  const found: string[] = [];
  const walk = (at: string): void => {
    for (const entry of readdirSync(path.join(root, at), { withFileTypes: true })) {
      const below = `${at}/${entry.name}`;
      if (entry.isDirectory()) walk(below);
      else if (/\.tsx?$/.test(entry.name)) found.push(below);
    }
  };
  walk(folder);
  return found;
}

interface Seen {
  readonly imports: readonly string[];
  readonly globals: ReadonlySet<string>;
}

function look(file: string): Seen {
  const source = ts.createSourceFile(file, readFileSync(path.join(root, file), 'utf8'), ts.ScriptTarget.ES2022, true);
  const imports: string[] = [];
  const globals = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (
      (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) &&
      node.moduleSpecifier &&
      ts.isStringLiteral(node.moduleSpecifier)
    )
      imports.push(node.moduleSpecifier.text);
    if (
      ts.isCallExpression(node) &&
      (node.expression.kind === ts.SyntaxKind.ImportKeyword ||
        (ts.isIdentifier(node.expression) && node.expression.text === 'require'))
    ) {
      const argument = node.arguments[0];
      imports.push(argument && ts.isStringLiteral(argument) ? argument.text : '<computed>');
    }
    // `new Date()`, `Date.now()`, `process.env`: a bare identifier in value position.
    if (
      (ts.isPropertyAccessExpression(node) || ts.isCallExpression(node) || ts.isNewExpression(node)) &&
      ts.isIdentifier(node.expression)
    )
      globals.add(node.expression.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { imports, globals };
}

/** Files that import each other in a circle, one list a circle (the strongly connected components, after Tarjan). */
function circlesOf(files: readonly string[]): string[][] {
  const known = new Set(files);
  const importsOf = (file: string): string[] =>
    look(file)
      .imports.filter((name) => name.startsWith('.'))
      .map((name) => path.posix.join(path.posix.dirname(file), name))
      .flatMap((target) => [target, `${target}.ts`, `${target}.tsx`].filter((one) => known.has(one)));
  const order = new Map<string, number>();
  const open: string[] = [];
  const circles: string[][] = [];
  const visit = (file: string): number => {
    const at = order.size;
    order.set(file, at);
    open.push(file);
    let reached = at;
    for (const next of importsOf(file)) {
      if (!order.has(next)) reached = Math.min(reached, visit(next));
      else if (open.includes(next)) reached = Math.min(reached, order.get(next) as number);
    }
    if (reached === at) {
      const circle = open.splice(open.indexOf(file));
      if (circle.length > 1) circles.push(circle.sort());
    }
    return reached;
  };
  for (const file of files) if (!order.has(file)) visit(file);
  return circles;
}

describe('architecture', () => {
  for (const guard of GUARDS) {
    describe(guard.folder, () => {
      const files = sourcesOf(guard.folder);

      it('guards files that are there', () => {
        assert.ok(files.length > 0, `${guard.folder} is empty: a guard over nothing proves nothing`);
      });

      it('imports only what it may', () => {
        const slips: string[] = [];
        for (const file of files) {
          for (const name of look(file).imports) {
            if (name.startsWith('.')) {
              const target = path.posix.normalize(path.posix.join(path.posix.dirname(file), name));
              if (!guard.folders.some((folder) => target === folder || target.startsWith(`${folder}/`)))
                slips.push(`${file} -> ${target}`);
              continue;
            }
            const allowed = Object.entries(guard.packages).some(
              ([prefix, packages]) =>
                file.startsWith(prefix) &&
                packages.some((one) => (one.endsWith('/') ? name.startsWith(one) : name === one)),
            );
            if (!allowed) slips.push(`${file} -> ${name}`);
          }
        }
        assert.deepEqual(slips, []);
      });

      it('names no global it may not', () => {
        const slips: string[] = [];
        for (const file of files) {
          const { globals } = look(file);
          for (const name of guard.forbiddenGlobals ?? []) if (globals.has(name)) slips.push(`${file}: ${name}`);
        }
        assert.deepEqual(slips, []);
      });
    });
  }

  it('has no file that imports itself by way of others, be it for a type', () => {
    assert.deepEqual(circlesOf(['src', 'addin', 'samples'].flatMap(sourcesOf)), []);
  });

  it('has one file that imports json-rules-engine', () => {
    const files = sourcesOf('src').filter((file) => look(file).imports.includes('json-rules-engine'));
    assert.equal(files.length, 1, files.join(', '));
  });

  it('guards every folder of src but the composition roots', () => {
    const guarded = GUARDS.map((guard) => guard.folder).filter((folder) => folder.startsWith('src/'));
    const folders = readdirSync(path.join(root, 'src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap((entry) =>
        entry.name === 'hosts'
          ? readdirSync(path.join(root, 'src/hosts')).map((host) => `src/hosts/${host}`)
          : [`src/${entry.name}`],
      )
      .filter((folder) => folder !== 'src/cli');
    assert.deepEqual(folders.sort(), [...guarded].sort());
  });
});
