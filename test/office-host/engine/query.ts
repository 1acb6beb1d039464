import { HostError, invalidArgument } from './errors';
import type { EngineOptions } from './engine';
import type { HostObject } from './hostClass';
import type { QueryInfo } from './protocol';

/** The names a load asks for, as a tree: `a/b` nests. Empty: all scalars. */
export type Selection = Map<string, Selection>;

const index = new WeakMap<object, Map<string, string>>();

/** A member of a table whatever the case: proxies name them `RowCount`, loads as the add-in typed them. */
export function memberOf<T>(table: Readonly<Record<string, T>> | undefined, name: string): [string, T] | null {
  if (!table) return null;
  let names = index.get(table);
  if (!names) index.set(table, (names = new Map(Object.keys(table).map((key) => [key.toLowerCase(), key]))));
  const key = names.get(name.toLowerCase());
  const member = key === undefined ? undefined : table[key];
  return key === undefined || member === undefined ? null : [key, member];
}

export function querySelection(query: QueryInfo): Selection {
  const root: Selection = new Map();
  for (const path of [...(query.Select ?? []), ...(query.Expand ?? [])]) {
    let node = root;
    for (const part of path.split(/[/.]/)) {
      if (part === '' || part.toLowerCase() === 'items') continue;
      let next = node.get(part);
      if (!next) node.set(part, (next = new Map()));
      node = next;
    }
  }
  return root;
}

/** The values a load asked for, PascalCase and nested, as the client reads them. */
export function project(
  object: HostObject,
  selection: Selection,
  query: QueryInfo,
  options: EngineOptions,
): Record<string, unknown> {
  const { type, state } = object;
  if (!type.items) return projectOne(object, selection, options);
  let items = type.items(state);
  if (query.Skip !== undefined) items = items.slice(query.Skip);
  if (query.Top !== undefined) items = items.slice(0, query.Top);
  // Names in a collection's load mean its items' members, unless the collection itself has them (`count`).
  const own: Selection = new Map();
  const each: Selection = new Map();
  for (const [name, sub] of selection)
    (memberOf(type.scalars, name) || memberOf(type.objects, name) ? own : each).set(name, sub);
  const result = own.size > 0 ? projectOne(object, own, options) : {};
  result._Items = items.map((item) => project(item, each, {}, options));
  return result;
}

function projectOne(object: HostObject, selection: Selection, options: EngineOptions): Record<string, unknown> {
  const { type, state } = object;
  const result: Record<string, unknown> = { ...type.identity?.(state) };
  if (object.referenceId !== null) result._ReferenceId = object.referenceId;
  const wanted: Selection = selection.size > 0 ? selection : new Map([['*', new Map()]]);
  for (const [name, sub] of wanted) {
    if (name === '*' || name === '$all') {
      for (const [key, scalar] of Object.entries(type.scalars ?? {}))
        if (!options.api.isNewer(type.name, lowerFirst(key))) result[key] = scalar.get(state);
      continue;
    }
    if (name.toLowerCase() === 'isnullobject' || name === '$none') continue;
    result[pascal(name, object)] = valueOf(object, name, sub, options);
  }
  return result;
}

function valueOf(object: HostObject, name: string, sub: Selection, options: EngineOptions): unknown {
  const { type, state } = object;
  const scalar = memberOf(type.scalars, name);
  const child = memberOf(type.objects, name);
  const key = lowerFirst(scalar?.[0] ?? child?.[0] ?? name);
  const where = `${type.name}.${key}`;
  try {
    if (options.switches().apiSets) options.api.demand(type.name, key);
    if (scalar) return scalar[1].get(state);
    if (child) {
      const found = child[1](state);
      return found && project(found, sub, {}, options);
    }
    throw invalidArgument(`There is no property '${name}' on ${type.name}, or the emulated Excel does not have it.`);
  } catch (error) {
    if (error instanceof HostError && error.location === '') error.location = where;
    throw error;
  }
}

const pascal = (name: string, { type }: HostObject): string =>
  memberOf(type.scalars, name)?.[0] ?? memberOf(type.objects, name)?.[0] ?? name;

const lowerFirst = (name: string): string =>
  name.startsWith('_') ? name : name.charAt(0).toLowerCase() + name.slice(1);
