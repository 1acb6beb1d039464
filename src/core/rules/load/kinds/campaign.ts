import type { Campaign } from '../../pack';
import type { Members, Reading } from '../reading';
import { DATE, DATE_OR_NULL, TEXT, fileShape, listOf, may, must, objectOf, shape, whole } from '../shape';
import type { FileKind } from './kind';

const PHASE = shape({
  name: must('阶段名称。', TEXT),
  from: may('起日；不写表示从一开始。', DATE_OR_NULL),
  to: must('止日（含当日）。', DATE),
  tasks: must('本阶段的任务。', listOf(TEXT)),
});

const CADENCE = shape({
  unitDays: must('股室及分管领导调度的间隔（天），方案为一周一调度。', whole(1)),
  bureauDays: must('局领导小组调度的间隔（天），方案为每月一次。', whole(1)),
  minimumWorkingDays: must('一周至少有几个工作日才要求调度。', whole(0)),
});

/** `campaign.json`: the plan's phases, its days and how often cases are gone through. */
export const CAMPAIGN: FileKind<Campaign> = {
  id: 'campaign',
  says: '专项行动的日程',
  files: ['campaign.json'],
  shape: fileShape({
    name: must('专项行动名称。', TEXT),
    document: must('方案文号。', TEXT),
    firstDay: must('行动首日；往前推 legacyYears 年以上登记的算历史积案。', DATE),
    lastDay: must('行动末日。', DATE),
    assignmentDay: must('集中交办日：历史积案从这一天起计算办理期限。', DATE),
    legacyYears: must('首日以前满几年算历史积案。', whole(1)),
    phases: must('各阶段的起止日期和任务。', listOf(objectOf(PHASE))),
    reviewCadence: must('调度的间隔。', objectOf(CADENCE)),
  }),
  read(root, reading) {
    const top = reading.object(root, this.shape);
    if (!top) return null;
    const name = reading.text(top, 'name');
    const document = reading.text(top, 'document');
    const firstDay = reading.requiredDay(top, 'firstDay');
    const lastDay = reading.requiredDay(top, 'lastDay');
    const assignmentDay = reading.requiredDay(top, 'assignmentDay');
    const legacyYears = reading.whole(top, 'legacyYears', 1);
    if (firstDay !== null && lastDay !== null && firstDay > lastDay)
      reading.refuse(top.get('lastDay')?.value.offset ?? root.offset, 'rules-effective-reversed');
    const phases = readPhases(top, reading);
    const node = top.get('reviewCadence')?.value;
    const cadence = node && reading.object(node, CADENCE, 'reviewCadence');
    const unitDays = cadence ? reading.whole(cadence, 'unitDays', 1) : null;
    const bureauDays = cadence ? reading.whole(cadence, 'bureauDays', 1) : null;
    const minimumWorkingDays = cadence ? reading.whole(cadence, 'minimumWorkingDays', 0) : null;
    if (name === null || document === null || firstDay === null || lastDay === null) return null;
    if (assignmentDay === null || legacyYears === null) return null;
    if (unitDays === null || bureauDays === null || minimumWorkingDays === null) return null;
    const reviewCadence = { unitDays, bureauDays, minimumWorkingDays };
    return { name, document, firstDay, lastDay, assignmentDay, legacyYears, phases, reviewCadence };
  },
};

function readPhases(top: Members, reading: Reading): Campaign['phases'] {
  const phases: Campaign['phases'][number][] = [];
  for (const node of reading.items(top, 'phases') ?? []) {
    const members = reading.object(node, PHASE);
    if (!members) continue;
    const name = reading.text(members, 'name');
    const tasks = reading.texts(members, 'tasks');
    const from = reading.day(members, 'from');
    const to = reading.requiredDay(members, 'to');
    if (!name || !tasks || to === null) continue;
    if (from !== null && from > to)
      reading.refuse(members.get('to')?.value.offset ?? node.offset, 'rules-effective-reversed');
    phases.push({ name, from, to, tasks });
  }
  return phases;
}
