import { useEffect, useState } from 'react'
import type { FormData } from '../../../library/templates/template-schema.ts'
import type { TemplateView } from '../../../library/templates/template-view.ts'
import { useSettled } from '../../design/use-settled.ts'
import { type CheckedData, checkData } from '../template-queries.ts'

/** Milliseconds without a change before the service is asked. */
const PAUSE = 350

export interface Check {
  /** The last answer; that of a moment ago while the next one is under way. */
  readonly checked: CheckedData | undefined
  /** The data that it answers. */
  readonly of: FormData | undefined
  readonly error: unknown
}

/** Completes and checks what is filled, a moment after each change. */
export function useCheck(template: TemplateView, data: FormData): Check {
  const { itemId, revision } = template
  const settled = useSettled(data, PAUSE)
  const [check, setCheck] = useState<Check>({ checked: undefined, of: undefined, error: null })
  useEffect(() => {
    const stop = new AbortController()
    checkData(itemId, revision, settled, stop.signal).then(
      (checked) => !stop.signal.aborted && setCheck({ checked, of: settled, error: null }),
      (error: unknown) => !stop.signal.aborted && setCheck((before) => ({ ...before, error })),
    )
    return () => stop.abort()
  }, [itemId, revision, settled])
  return check
}
