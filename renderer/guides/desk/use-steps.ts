import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { StepGuideRecord } from '../../../library/meetings/guides/step-guide.schema.ts'
import type { MaterialPicture } from '../../../library/meetings/materials/cited.schema.ts'
import type { CardChanges } from '../../materials/cards/card.tsx'
import { freshPicture } from '../../materials/fresh-picture.ts'
import { PICTURES_ADDRESS } from '../../materials/pictures-field.tsx'
import { moved } from '../../record-form/record-path.ts'
import { useReceiving } from '../../stories/pictures/use-receiving.ts'
import {
  MOST_STEPS,
  withoutStep,
  withPictures,
  withStepAfter,
  withStepSplit,
  withStepTwice,
} from '../steps/change-steps.ts'

interface Draft {
  readonly record: StepGuideRecord
  readonly change: (next: (record: StepGuideRecord) => StepGuideRecord, typing?: string) => void
}

/** The steps of a guide as they are put in order, and pictures on their way into them. */
export function useSteps({ record, change }: Draft) {
  const [removed, setRemoved] = useState<{
    readonly at: number
    readonly name: string
    readonly after: StepGuideRecord
  }>()
  const [overfull, setOverfull] = useState(false)
  const now = useRef(record)
  now.current = record
  const meant = useRef<string>(undefined)
  const arrived = useRef<number>(undefined)
  // Pictures arrive when they arrive: their step is there once it is drawn.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another record is what this waits for
  useEffect(() => {
    if (arrived.current !== undefined) focusStep(arrived.current)
    arrived.current = undefined
  }, [record])
  const receiving = useReceiving<MaterialPicture>(PICTURES_ADDRESS, {
    before: async () => true,
    after: (added) => {
      const pictures = added.map(freshPicture)
      const at = now.current.steps.findIndex(({ id }) => id === meant.current)
      const place = at >= 0 ? at + (now.current.steps[at]?.picture ? 1 : 0) : now.current.steps.length
      setOverfull(now.current.steps.length + pictures.length - (now.current.steps[at]?.picture ? 0 : 1) > MOST_STEPS)
      change((present) => withPictures(present, at, pictures))
      arrived.current = place
    },
  })
  const { take: receive, busy } = receiving
  const take = (files: readonly File[], stepId: string | undefined) => {
    meant.current = stepId
    setOverfull(false)
    void receive(files.map(named))
  }
  const latestTake = useRef(take)
  latestTake.current = take
  const changes = useMemo<CardChanges>(
    () => ({
      move: (from, to) => change((present) => ({ ...present, steps: moved(present.steps, from, to) })),
      twice: (at) => change((present) => withStepTwice(present, at)),
      addAfter: (at) => change((present) => withStepAfter(present, at)),
      remove: (at) => {
        const after = withoutStep(now.current, at)
        setRemoved({ at, name: now.current.steps[at]?.action ?? '', after })
        change(() => after)
      },
    }),
    [change],
  )
  const split = useCallback((at: number) => change((present) => withStepSplit(present, at)), [change])
  return {
    changes,
    split,
    take,
    /** The same for as long as the guide is on the desk. */
    stableTake: useCallback(
      (files: readonly File[], stepId: string | undefined) => latestTake.current(files, stepId),
      [],
    ),
    busy,
    receiving,
    overfull,
    /** Nothing once something else was changed. */
    removed: removed?.after === record ? removed : undefined,
    addAfterFocused: () => {
      const card = document.activeElement?.closest<HTMLElement>('[data-card]')?.dataset.card
      const at = card === undefined ? now.current.steps.length - 1 : Number(card)
      changes.addAfter(at)
      requestAnimationFrame(() => focusStep(at + 1))
    },
  } as const
}

export type Steps = ReturnType<typeof useSteps>

/** A pasted screenshot has no name of its own worth keeping, and several would have the same. */
function named(file: File, at: number): File {
  return new File([file], at === 0 ? file.name : `${at + 1}-${file.name}`, { type: file.type })
}

function focusStep(at: number): void {
  const card = document.querySelector<HTMLElement>(`[data-card="${at}"]`)
  card?.querySelector<HTMLElement>('[data-first] input')?.focus({ preventScroll: true })
  card?.scrollIntoView({ block: 'nearest' })
}
