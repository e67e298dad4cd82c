import { AppError } from '../errors/app-error.ts'
import type { JobWork } from '../jobs/job-runner.ts'

/** Long work of channels. */
export function channelJobs(): Record<'update-check' | 'update' | 'roll-back' | 'verify-channel' | 'publish', JobWork> {
  const soon: JobWork = async () => {
    throw new AppError({ code: 'NOT_YET', what: '还没有。' })
  }
  return { 'update-check': soon, update: soon, 'roll-back': soon, 'verify-channel': soon, publish: soon }
}
