import { jobRunHook } from '../../jobs/job-run-hook.ts'
import { queryKeys } from '../../service/keys.ts'

/** The window's one writing of a column into a folder. */
export const useBuildRun = jobRunHook(
  ['build-feed'],
  (client) => void client.invalidateQueries({ queryKey: queryKeys.feeds }),
)
