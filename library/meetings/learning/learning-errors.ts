import { AppError } from '../../errors/app-error.ts'

/** Progress that this service does not keep, or could not. */
export class LearningError extends AppError<'NOT_KEPT_HERE' | 'PROGRESS_NOT_SAVED' | 'STEP_NOT_FOUND'> {}

export const notKeptHere = () =>
  new LearningError({
    code: 'NOT_KEPT_HERE',
    what: '学习进度不在这里保存。',
    why: '这个资料库由多人共用；每个人学到哪里，只记在自己的浏览器里。',
  })

export const stepNotFound = () =>
  new LearningError({
    code: 'STEP_NOT_FOUND',
    what: '这条学习路径里没有这一步。',
    why: '它可能刚刚改过。',
    todo: '请重新载入。学过的都还记着。',
  })

/** Says nothing of what was being learned: this may be written into a log. */
export const progressNotSaved = (cause: unknown) =>
  new LearningError({
    code: 'PROGRESS_NOT_SAVED',
    what: '学到哪里没有记下来。',
    todo: '资料没有受影响，可以接着学；请稍后再试一次。',
    cause,
  })
