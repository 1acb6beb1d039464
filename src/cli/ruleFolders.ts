import type { NamedFiles } from '../app/rulePacks';
import { fail, ok, type Problem, type Result } from '../core/problem';
import { createRuleFolder } from '../hosts/ruleFolder/ruleFolder';

/** The packs of several folders, or everything that stood in the way of reading them. */
export async function readRuleFolders(folders: readonly string[]): Promise<Result<readonly NamedFiles[]>> {
  const packs: NamedFiles[] = [];
  const problems: Problem[] = [];
  for (const folder of folders) {
    const read = await createRuleFolder(folder).read();
    if (read.ok) packs.push({ folder, files: read.value });
    else problems.push(...read.problems);
  }
  return problems.length > 0 ? fail(...problems) : ok(packs);
}
