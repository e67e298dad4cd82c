import { useCallback, useEffect, useState } from 'react'
import type { Finding } from '../../../library/templates/finding.ts'
import type { FormData } from '../../../library/templates/template-schema.ts'
import type { TemplateView } from '../../../library/templates/template-view.ts'
import { useSettled } from '../../design/use-settled.ts'
import { checkDocumentText } from '../template-queries.ts'
import type { Check } from './use-check.ts'

/** Milliseconds without a change before the document itself is checked: longer than a person stops between two words. */
const PAUSE = 1_200

/** What was found in the document's words, and the data it was made of. */
export interface DocumentFound {
  readonly findings: readonly Finding[]
  readonly of: FormData
}

/** Checks the words of the document as it stands whenever the person rests; what finishing found is taken in too. */
export function useDocumentCheck(template: TemplateView, check: Check) {
  const { itemId, revision } = template
  const settled = useSettled(check.checked?.data, PAUSE)
  const [found, take] = useState<DocumentFound>()
  useEffect(() => {
    if (!settled) return
    const stop = new AbortController()
    checkDocumentText(itemId, revision, settled, stop.signal).then(
      ({ findings }) => !stop.signal.aborted && take({ findings, of: settled }),
      // The next change asks again, and finishing does in any case.
      () => undefined,
    )
    return () => stop.abort()
  }, [itemId, revision, settled])
  return { found, take: useCallback((next: DocumentFound) => take(next), []) }
}
