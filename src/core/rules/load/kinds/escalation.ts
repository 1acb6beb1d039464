import { ESCALATION_KIND, type Escalation, type EscalationLevel } from '../../../reports/templates/escalation';
import { DOCUMENT_KINDS, ESCALATION_PLACEHOLDERS } from '../../../reports/templates/vocabulary';
import type { JsonNode } from '../json';
import type { Reading } from '../reading';
import { TEXT, fileShape, listOf, may, must, objectOf, shape, whole } from '../shape';
import { readWording, type Names } from '../wording';
import type { FileKind } from './kind';

const LEVEL = shape({
  name: must('等级的名称，如 黄色督办。', TEXT),
  fromDays: must('从超期第几天起；0 是即将到期、还没有超期的。', whole(0)),
  replyDays: must('要求几天内书面回复。', whole(1)),
  addressee: must('主送谁，不写冒号。', TEXT),
  copyTo: may('抄送谁；不写就不抄送。', TEXT),
  demand: must('督办要求，即这一级的口气。', TEXT),
});

/** `escalation.json`: how urging grows with the days overdue. */
export const ESCALATION: FileKind<Escalation> = {
  id: ESCALATION_KIND,
  says: '督办等级',
  files: ['escalation.json'],
  shape: fileShape({
    newlyAssignedDays: must('交办以后几天内的算新交办，要出交办单。', whole(0)),
    levels: must('督办等级，从轻到重。', listOf(objectOf(LEVEL), 1)),
  }),
  read(root, reading) {
    const top = reading.object(root, this.shape);
    if (!top) return null;
    const newlyAssignedDays = reading.whole(top, 'newlyAssignedDays');
    const levels: EscalationLevel[] = [];
    const items = reading.items(top, 'levels');
    if (items?.length === 0)
      reading.refuse(top.get('levels')?.value.offset ?? root.offset, 'rules-value-empty', { key: 'levels' });
    let before = -1;
    for (const node of items ?? []) {
      const level = readLevel(node, reading, before);
      if (!level) continue;
      before = level.fromDays;
      levels.push(level);
    }
    return newlyAssignedDays === null ? null : { newlyAssignedDays, levels };
  },
};

const NAMES: Names = { placeholders: ESCALATION_PLACEHOLDERS, document: DOCUMENT_KINDS.supervision };

function readLevel(node: JsonNode, reading: Reading, before: number): EscalationLevel | null {
  const members = reading.object(node, LEVEL);
  if (!members) return null;
  const wording = (key: string) => {
    const text = members.get(key)?.value;
    return text ? readWording(text, key, reading, NAMES) : null;
  };
  const name = reading.text(members, 'name');
  const fromDays = reading.whole(members, 'fromDays');
  const replyDays = reading.whole(members, 'replyDays', 1);
  const [addressee, copyTo, demand] = [wording('addressee'), wording('copyTo'), wording('demand')];
  if (fromDays !== null && fromDays <= before)
    reading.refuse(members.get('fromDays')?.value.offset ?? node.offset, 'rules-levels-order', {
      from: fromDays,
      before,
    });
  if (!name || fromDays === null || replyDays === null || !addressee || !demand) return null;
  return { name, fromDays, replyDays, addressee, copyTo, demand };
}
