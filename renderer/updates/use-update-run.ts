import { jobRunHook } from '../jobs/job-run-hook.ts'

/** The window's one update. Another version may be in effect afterwards: whatever was shown is asked for anew. */
export const useUpdateRun = jobRunHook(
  ['update-check', 'update', 'roll-back', 'verify-channel'],
  (client) => void client.invalidateQueries(),
)
