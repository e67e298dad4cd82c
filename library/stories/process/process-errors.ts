import { AppError } from '../../errors/app-error.ts'

/** A step, a task or a person of the office that cannot be as asked. */
export class ProcessError extends AppError<
  | 'PERSON_UNKNOWN'
  | 'STEP_NOT_ALLOWED'
  | 'STEP_ALREADY_TAKEN'
  | 'STEP_REASON_MISSING'
  | 'STEP_DAY_PAST'
  | 'STORY_CHANGED_MEANWHILE'
  | 'GATE_CLOSED'
  | 'STORY_TASK_NOT_FOUND'
  | 'STORY_TASKS_FULL'
> {}
