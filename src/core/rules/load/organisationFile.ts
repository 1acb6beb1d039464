import type { Organisation, Person, Unit } from '../pack';
import type { JsonNode } from './json';
import type { Reading } from './reading';

/** `organisation.json`: units, regular shapes of unit names, and who leads what from when to when. */
export function readOrganisation(root: JsonNode, reading: Reading): Organisation {
  const top = reading.object(root, { required: ['units', 'patterns', 'people'], optional: ['$schema', 'source'] });
  const units: Unit[] = [];
  const patterns: { suffix: string; group: string }[] = [];
  const people: Person[] = [];
  const named = new Set<string>();
  for (const node of (top && reading.items(top, 'units')) ?? []) {
    const members = reading.object(node, { required: ['name', 'group'], optional: ['aliases', 'sponsor'] });
    const name = members && reading.text(members, 'name');
    const group = members && reading.text(members, 'group');
    if (!members || !name || !group) continue;
    const aliases = reading.texts(members, 'aliases') ?? [];
    const sponsor = reading.text(members, 'sponsor');
    for (const spelling of [name, ...aliases]) {
      if (named.has(spelling)) reading.refuse(node.offset, 'rules-name-twice', { key: 'name', name: spelling });
      named.add(spelling);
    }
    units.push({ name, group, aliases, ...(sponsor === null ? {} : { sponsor }) });
  }
  for (const node of (top && reading.items(top, 'patterns')) ?? []) {
    const members = reading.object(node, { required: ['suffix', 'group'] });
    const suffix = members && reading.text(members, 'suffix');
    const group = members && reading.text(members, 'group');
    if (suffix && group) patterns.push({ suffix, group });
  }
  for (const node of (top && reading.items(top, 'people')) ?? []) {
    const members = reading.object(node, { required: ['name', 'posts'], optional: ['unit', 'from', 'to'] });
    const name = members && reading.text(members, 'name');
    const posts = members && reading.texts(members, 'posts');
    if (!members || !name || !posts) continue;
    const unit = reading.text(members, 'unit');
    const from = reading.day(members, 'from');
    const to = reading.day(members, 'to');
    if (from !== null && to !== null && from > to) reading.refuse(node.offset, 'rules-effective-reversed');
    people.push({ name, posts, ...(unit === null ? {} : { unit }), from, to });
  }
  return { units, patterns, people };
}
