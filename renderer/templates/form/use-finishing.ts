import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Finding } from '../../../library/templates/finding.ts'
import type { FinishedForm, FormView } from '../../../library/templates/forms/form-view.ts'
import type { FormData } from '../../../library/templates/template-schema.ts'
import type { DraftSaver } from '../../drafts/draft-saver.ts'
import { request } from '../../service/client.ts'
import { queryKeys } from '../../service/keys.ts'
import { findingsInForm } from './findings-in-form.ts'
import { isSaidWhileFilling } from './said-while-filling.ts'
import { withTwins } from './twin-findings.ts'
import type { useDocumentCheck } from './use-document-check.ts'

interface FinishingPlace {
  /** What the person filled, and with what the form gives. */
  readonly own: FormData
  readonly shown: FormData
  /** What the check says of the fields as they are. */
  readonly live: readonly Finding[]
  /** What was last found in the words of the document. */
  readonly inWords: ReturnType<typeof useDocumentCheck>
  readonly saver: DraftSaver
  /** Something stops it; `n` places to look at. */
  readonly onStopped: (n: number) => void
}

/** Finishing a form: saved first, then checked and made; what stops it is found here until it is put right. */
export function useFinishing(form: FormView, { own, shown, live, inWords, saver, onStopped }: FinishingPlace) {
  const client = useQueryClient()
  const [state, setState] = useState<'no' | 'busy' | 'tried'>('no')
  const [error, setError] = useState<unknown>(null)
  const [stopped, setStopped] = useState(0)
  const [letStand, setLetStand] = useState<ReadonlySet<string>>(new Set())
  const inDocument = useMemo(() => {
    if (!inWords.found) return []
    const { findings, of } = inWords.found
    const [before, now] = [JSON.stringify(of), JSON.stringify(shown)]
    // Words that have gone from the fields have gone from the document.
    const stays = ({ place }: Finding) =>
      place.type === 'whole' ||
      (place.type === 'document' && (!before.includes(place.quote) || now.includes(place.quote)))
    return findings.filter((finding) => stays(finding) && (stopped > 0 || isSaidWhileFilling(finding, now)))
  }, [inWords.found, shown, stopped])
  const found = useMemo(() => {
    const seen = new Set(live.map(({ id }) => id))
    return withTwins([...live, ...inDocument.filter(({ id }) => !seen.has(id))], shown)
  }, [live, inDocument, shown])
  const findings = useMemo(() => found.map(({ finding }) => finding), [found])

  const finish = async () => {
    if (state === 'busy') return
    const tried = state
    setState('busy')
    setError(null)
    try {
      if (!(await saver.flush())) return setState(tried)
      const answer = await request<FinishedForm>('POST', `/api/forms/${encodeURIComponent(form.id)}/finish`, {
        body: { letStand: [...letStand] },
      })
      if (answer.finished) {
        void client.invalidateQueries({ queryKey: queryKeys.known })
        void client.invalidateQueries({ queryKey: [...queryKeys.templates, 'list'] })
        client.setQueryData([...queryKeys.filledForms, form.id], answer.form)
        return
      }
      inWords.take({ findings: findingsInForm(answer.findings, own), of: shown })
      setState('tried')
      setStopped((times) => times + 1)
      onStopped(withTwins(answer.findings, shown).length)
    } catch (problem) {
      setError(problem)
      setState(tried)
    }
  }
  return {
    busy: state === 'busy',
    /** Someone wanted to finish: what is missing is said at the fields too. */
    tried: stopped > 0,
    stopped,
    error,
    findings,
    letStand,
    finish,
    /** Lets findings stand, with those that say the same, or no longer. */
    changeLetStand: (ids: readonly string[], stand: boolean) => {
      const all = found.filter(({ finding }) => ids.includes(finding.id)).flatMap((one) => one.ids)
      setLetStand((before) => new Set([...before].filter((one) => !all.includes(one)).concat(stand ? all : [])))
    },
  }
}
