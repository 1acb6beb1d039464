/**
 * Headings that no column of a table has yet: in a table two columns can't share a name, in whatever case, so a taken
 * one gets a number.
 */
export function distinctNames(titles: readonly string[], taken: readonly string[]): string[] {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  return titles.map((title) => {
    let name = title;
    for (let n = 2; used.has(name.toLowerCase()); n++) name = `${title}${n}`;
    used.add(name.toLowerCase());
    return name;
  });
}
