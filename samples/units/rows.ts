/** A case as its row stood on a day: what had not happened yet is not there. */
import { ymd, weekday, mondayOf, type CivilDay } from '../../src/core/dates/civil';
import type { Case, Cell } from '../cases';
import type { Life } from './lives';

const on = (day: CivilDay | null): Cell => (day === null ? null : { day });
const said = (day: CivilDay): string => `${ymd(day).month}月${ymd(day).day}日`;

/** The row by the headings of samples/cases.ts; null where the case is not in the ledger on that day. */
export function rowOf(life: Life, day: CivilDay): Case | null {
  if (life.registered > day || (life.vanishes !== null && life.vanishes <= day)) return null;
  const past = (other: CivilDay | null): CivilDay | null => (other !== null && other <= day ? other : null);
  const assigned = past(life.assigned);
  const closed = past(life.closed);
  const moved = life.moves.filter(({ from }) => from <= day).at(-1);
  const decided = life.decided !== null && life.decided.on <= day ? life.decided : null;
  const review = life.isReviewed ? mondayOf(Math.min(day, closed ?? day)) : mondayOf(life.received) + 7;
  const hadReview = assigned !== null && review >= life.received && review <= day;
  return {
    编号: life.number,
    诉求人: life.petitioner,
    人数: life.headcount,
    联系电话: life.phone,
    住址: `${life.town}${life.village}`,
    诉求类别: life.matter.name,
    诉求内容: life.told,
    来源渠道: life.channel,
    信访形式: life.form,
    到访层级: life.level,
    信访目的: life.purpose,
    登记日期: on(life.registered),
    受理日期: on(past(life.received)),
    受理告知日期: on(past(life.notified)),
    交办日期: on(assigned),
    责任股室: assigned === null ? null : life.unit,
    协办单位: life.coUnit,
    包案负责人: assigned === null ? null : life.leader,
    分管领导: life.sponsor,
    经办人: life.handler,
    办理时限: assigned === null ? null : life.limit.on === null ? life.limit.said : on(life.limit.on),
    时限来源: life.limit.own ? '股室提出' : '上级明确',
    包保领导意见: life.consent,
    备案日期: on(past(life.filed)),
    延期至: on(moved?.to ?? null),
    延期批准: moved?.isApproved === true ? '同意延期' : null,
    延期批准日期: moved?.isApproved === true ? on(moved.from) : null,
    化解方案: life.isIdle
      ? null
      : `由${life.unit}牵头，${life.leader ?? '分管领导'}包案，一周一调度，月底前拿出处理意见。`,
    办理情况: progressOf(life, day),
    最近周调度: hadReview ? on(review) : null,
    最近月调度: past(life.assigned) === null ? null : on(firstOfMonth(day)),
    办理状态: closed !== null ? life.ending : assigned === null ? '待受理' : '办理中',
    化解情况: closed === null ? '未化解' : life.isResolved && life.ending === '已办结' ? '已化解' : '部分化解',
    办结日期: on(closed),
    办理结果: closed === null ? null : life.result,
    答复日期: on(closed === null || life.result === '' ? null : past(closed + 2)),
    反馈县办日期: on(past(life.reported)),
    是否销号: past(life.signedOff) === null ? '否' : '是',
    销号日期: on(past(life.signedOff)),
    甄别分类: decided?.merit ?? null,
    甄别人: decided?.by ?? null,
    甄别日期: on(decided?.on ?? null),
    生活困难: life.hardship ? '是' : '否',
    帮扶救助: life.hardship ? life.aid : null,
    满意度: closed === null ? null : life.isResolved ? '满意' : '不满意',
    被反映单位: life.accused,
    督查评分: closed === null ? null : life.inspection,
    备注: null,
  };
}

function progressOf(life: Life, day: CivilDay): string | null {
  const done = life.steps
    .filter((step) => step.on <= day && step.on <= (life.closed ?? day))
    .map((step) => (life.isIdle ? step.said : `${said(step.on)}${step.said}`));
  return done.length === 0 ? null : `${done.join('；')}${life.isIdle ? '' : '。'}`;
}

/** The first working day of a day's month: the bureau's meeting. */
function firstOfMonth(day: CivilDay): CivilDay {
  const first = day - ymd(day).day + 1;
  const at = weekday(first);
  return Math.min(day, at > 5 ? first + 8 - at : first);
}
