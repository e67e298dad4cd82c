import { jobRunHook } from '../../jobs/job-run-hook.ts'
import { refreshChannels } from '../use-published-channels.ts'

/** The window's one release. */
export const usePublishRun = jobRunHook(['publish'], (client) => void refreshChannels(client))
