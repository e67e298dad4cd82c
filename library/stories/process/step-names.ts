import type { OfficeRole, StoryStep } from './process-view.ts'

/** Steps as they are called in sentences. */
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

export const ROLE_NAMES: Readonly<Record<OfficeRole, string>> = {
  writer: '采写',
  verifier: '核实',
  approver: '审定',
  publisher: '发布',
}
