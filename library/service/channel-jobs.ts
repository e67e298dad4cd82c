import { z } from 'zod'
import type { JobWork } from '../jobs/job-runner.ts'
import type { UpdateEngine } from '../updates/update-engine.ts'

const Check = z.object({ from: z.string() })
const Apply = z.object({ from: z.string(), version: z.number().optional() })
const RollBack = z.object({ channel: z.string(), version: z.number() })
const Verify = z.object({ channel: z.string(), repair: z.boolean().optional(), from: z.string().optional() })

/** Long work of channels that are received. */
export function channelJobs(
  engine: UpdateEngine,
): Record<'update-check' | 'update' | 'roll-back' | 'verify-channel', JobWork> {
  return {
    'update-check': (parameters, context) => engine.check(Check.parse(parameters).from, context),
    update(parameters, context) {
      const { from, version } = Apply.parse(parameters)
      return engine.apply(from, version, context)
    },
    'roll-back'(parameters, context) {
      const { channel, version } = RollBack.parse(parameters)
      return engine.rollBack(channel, version, context)
    },
    'verify-channel'(parameters, context) {
      const { channel, repair, from } = Verify.parse(parameters)
      return engine.verify(channel, context, repair ? { from } : undefined)
    },
  }
}
