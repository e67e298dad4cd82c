import type { OfficeRole, StoryState, StoryStep } from '../stories/process/process-view.ts'

/** Steps, states and roles as the command line calls them. */
export const STEP_NAMES: Readonly<Record<StoryStep, string>> = {
  submit: '报送',
  verify: '核实',
  approve: '审定',
  schedule: '定时发布',
  unschedule: '取消定时',
  publish: '发布',
  return: '退回',
  correct: '更正',
  retire: '退役',
  restore: '恢复',
}

export const STATE_NAMES: Readonly<Record<StoryState, string>> = {
  draft: '是草稿',
  submitted: '已报送',
  verified: '已核实',
  approved: '已审定',
  published: '已发布',
  retired: '已退役',
}

export const ROLE_NAMES: Readonly<Record<OfficeRole, string>> = {
  writer: '采写',
  verifier: '核实',
  approver: '审定',
  publisher: '发布',
}
