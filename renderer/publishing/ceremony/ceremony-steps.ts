/** The key ceremony from the first step to the last. */
export const ceremonySteps = [
  'channel',
  'holders',
  'root-1',
  'root-2',
  'root-3',
  'targets-1',
  'release-1',
  'review',
] as const
export type CeremonyStep = (typeof ceremonySteps)[number]

/** The keys whose passphrases the ceremony asks for, in its order. */
export const ceremonyKeys = ['root-1', 'root-2', 'root-3', 'targets-1', 'release-1'] as const
export type CeremonyKey = (typeof ceremonyKeys)[number]

/** Any two of the three root keys change the others. */
export const THRESHOLD = 2

/** What the ceremony asks besides passphrases. */
export interface CeremonyPlan {
  readonly title: string
  readonly id: string
  readonly publisher: string
  readonly directory: string
  /** Empty for `keys` in the channel's folder. */
  readonly keysDirectory: string
  readonly holders: readonly [string, string, string]
}

export const emptyPlan: CeremonyPlan = {
  title: '',
  id: '',
  publisher: '',
  directory: '',
  keysDirectory: '',
  holders: ['', '', ''],
}

export type PlanField = 'title' | 'id' | 'publisher' | 'directory' | `holder-${1 | 2 | 3}`
export type PlanProblem = 'needed' | 'bad-id' | 'taken' | 'twice'

const CHANNEL_ID = /^[a-z0-9](?:[a-z0-9-]{1,62}[a-z0-9])$/

/** What keeps a step from being done, by field; empty when all is well. */
export function planProblems(
  step: 'channel' | 'holders',
  plan: CeremonyPlan,
  taken: readonly string[],
): ReadonlyMap<PlanField, PlanProblem> {
  const problems = new Map<PlanField, PlanProblem>()
  if (step === 'channel') {
    for (const field of ['title', 'id', 'publisher', 'directory'] as const) {
      if (plan[field].trim() === '') problems.set(field, 'needed')
    }
    if (problems.has('id')) return problems
    if (!CHANNEL_ID.test(plan.id)) problems.set('id', 'bad-id')
    else if (taken.includes(plan.id)) problems.set('id', 'taken')
    return problems
  }
  const names = plan.holders.map((name) => name.trim())
  for (const [at, name] of names.entries()) {
    const field = `holder-${(at + 1) as 1 | 2 | 3}` as const
    if (name === '') problems.set(field, 'needed')
    else if (names.indexOf(name) !== at) problems.set(field, 'twice')
  }
  return problems
}

export function stepAfter(step: CeremonyStep): CeremonyStep {
  return ceremonySteps[ceremonySteps.indexOf(step) + 1] ?? step
}

export function stepBefore(step: CeremonyStep): CeremonyStep {
  return ceremonySteps[ceremonySteps.indexOf(step) - 1] ?? step
}

/** Who a passphrase is asked of: a root key's holder; the working keys have none yet. */
export function holderOf(key: CeremonyKey, plan: CeremonyPlan): string | undefined {
  const at = ceremonyKeys.indexOf(key)
  return plan.holders[at]
}
