import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { runInThisContext } from 'node:vm';
import ts from 'typescript';
import type { EvaluatorFactory } from '../../../../src/core/rules/outcome';

const CORE = resolve(__dirname, '..', '..', '..', '..', 'src', 'core');
/** Modules that are made anew for each mutant; whatever else they import is the real thing. */
const REMADE = [join('rules', 'evaluate', 'compiled'), 'words'];
const ENTRY = join(CORE, 'rules', 'evaluate', 'compiled', 'compiledEvaluator.ts');

/** One bug: a piece of the evaluator's source that stands there once, and what stands there instead. */
export interface PlantedBug {
  readonly what: string;
  /** Within src/core. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

const sources = new Map<string, string>();
const emitted = new Map<string, string>();

function sourceOf(path: string): string {
  let source = sources.get(path);
  if (source === undefined) sources.set(path, (source = readFileSync(path, 'utf8')));
  return source;
}

/** Line ends and runs of blanks are the formatter's business: a piece is found whatever they are. */
function pieceOf(find: string): RegExp {
  const words = find
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(words.join('\\s+'), 'g');
}

function mutated(bug: PlantedBug): string {
  const path = join(CORE, bug.file);
  const found = sourceOf(path).match(pieceOf(bug.find)) ?? [];
  if (found.length !== 1)
    throw new Error(`${bug.what}: found ${found.length} times in ${bug.file}, wanted once: ${bug.find}`);
  return sourceOf(path).replace(pieceOf(bug.find), () => bug.replace);
}

const compile = (source: string, fileName: string): string =>
  ts.transpileModule(source, {
    fileName,
    reportDiagnostics: false,
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true },
  }).outputText;

/** The compiled evaluator with a bug in it (or none), made in memory: no file is touched. */
export function evaluatorWith(bug: PlantedBug | null): EvaluatorFactory {
  const changed = bug && { path: join(CORE, bug.file), text: compile(mutated(bug), bug.file) };
  const modules = new Map<string, { exports: Record<string, unknown> }>();
  const load = (path: string): Record<string, unknown> => {
    const known = modules.get(path);
    if (known) return known.exports;
    const module = { exports: {} };
    modules.set(path, module);
    let text = changed?.path === path ? changed.text : emitted.get(path);
    if (text === undefined) emitted.set(path, (text = compile(sourceOf(path), path)));
    const real = createRequire(path);
    const demand = (name: string): unknown => {
      const target = `${resolve(dirname(path), name)}.ts`;
      const remade = name.startsWith('.') && REMADE.some((folder) => relative(CORE, target).startsWith(folder));
      return remade ? load(target) : (real(name) as unknown);
    };
    const run = runInThisContext(`(function (exports, require, module) {${text}\n})`, { filename: path }) as (
      ...parts: unknown[]
    ) => void;
    run(module.exports, demand, module);
    return module.exports;
  };
  return load(ENTRY)['createCompiledEvaluator'] as EvaluatorFactory;
}
