import type { Sentences } from '../sentence';

/** What can be wrong with a command line that asks for a report or a snapshot. */
export const REPORT_REQUEST_SENTENCES: Sentences = {
  'report-kind-not-given': '没有写要哪一种报表。请加 --kind，可写：{kinds}。',
  'report-kind-unknown': '没有“{kind}”这种报表，最接近的是 {nearest}。可写：{kinds}。',
  'report-ledger-not-given': '没有写用哪份台账。请写 appeals report 台账.xlsx --kind weekly --out 周调度单.xlsx。',
  'report-option-of-notices': '{option} 只用于 --kind notices。请改 --kind，或去掉 {option}。',
  'report-option-of-cases': '{option} 只用于 --kind notices 和 inspection。请改 --kind，或去掉 {option}。',
  'report-option-of-samples': '{option} 只用于 --kind sampling 和 inspection。请改 --kind，或去掉 {option}。',
  'read-back-not-sampling': '--read-back 只用于 --kind sampling。请改 --kind，或去掉 --read-back。',
  'read-back-one-ledger': '--read-back 一次填一份台账，多出了“{extra}”。请一份一份地填。',
  'report-case-unknown': '台账中没有编号 {cases}。请核对 --case。',
  'report-notice-unknown': '--notice 没有“{name}”这种文书。[[最接近的是“{nearest}”。]]可写：{choices}。',
  'report-out-not-given': '没有写报表存到哪里。请加 --out 和文件名，以 .{ending} 结尾。',
  'report-out-ending': '--out 的“{path}”与这种报表不符。请以 .{ending} 结尾。',
  'snapshot-needs-out': '--snapshot 要把快照存进批注后的台账，请同时写 --out 和新文件名。',
};
