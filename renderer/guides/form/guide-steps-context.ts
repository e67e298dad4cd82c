import { createContext, useContext } from 'react'

/** What a step's card can do to the steps besides its own. */
export interface GuideSteps {
  readonly split: (at: number) => void
  /** Takes pictures in: the first for the step of that id, each other one as a step of its own after it. */
  readonly take: (files: readonly File[], stepId: string | undefined) => void
  readonly busy: boolean
}

export const GuideStepsContext = createContext<GuideSteps | undefined>(undefined)

export function useGuideSteps(): GuideSteps {
  const steps = useContext(GuideStepsContext)
  if (!steps) throw new Error('A step stands outside of its guide')
  return steps
}
