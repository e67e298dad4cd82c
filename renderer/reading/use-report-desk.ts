import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Report } from '../../library/feedback/report-view.ts'
import type { ItemView } from '../../library/items/item-view.ts'
import type { ReportSubject } from '../feedback/report-dialog.tsx'
import { citation, passagePlace } from './citation.ts'

/** The report that is being written about the open text or one of its passages. */
export function useReportDesk(item: ItemView, announce: (text: string) => void) {
  const { t } = useTranslation('feedback')
  const [subject, setSubject] = useState<ReportSubject>()
  /** @param index the passage; undefined for the whole text */
  const start = useCallback(
    (index: number | undefined) => {
      const { itemId, revision, citationTitle, passages } = item
      const passage = index === undefined ? undefined : passages[index]
      setSubject({
        itemId,
        revision,
        place: citation(citationTitle, passage ? passagePlace(passage) : ''),
        ...(passage && { anchor: passage.anchor, quote: passage.text }),
      })
    },
    [item],
  )
  const close = useCallback(() => setSubject(undefined), [])
  const saved = useCallback(({ number }: Report) => announce(t('write.saved', { number })), [announce, t])
  return { subject, start, close, saved }
}
