import { jobRunHook } from '../../jobs/job-run-hook.ts'
import { queryKeys } from '../../service/keys.ts'

/** The window's one batch. Afterwards there are more filled forms, and templates were used. */
export const useBatchRun = jobRunHook(['fill-batch'], (client) => {
  void client.invalidateQueries({ queryKey: queryKeys.filledForms })
  void client.invalidateQueries({ queryKey: queryKeys.templates })
})
