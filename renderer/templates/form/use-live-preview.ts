import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TemplateView } from '../../../library/templates/template-view.ts'
import { markData } from '../preview/field-marks.ts'
import { fillDocument } from '../template-queries.ts'
import { pathInForm } from './shown-data.ts'
import type { Check } from './use-check.ts'

export interface LivePreview {
  readonly docx: Blob | undefined
  readonly paths: readonly string[] | undefined
  readonly error: unknown
}

/** The document as it stands, filled anew for each data that was checked. Nothing is asked while it is not shown. */
export function useLivePreview(template: TemplateView, check: Check, shown: boolean): LivePreview {
  const { t } = useTranslation('templates')
  const { itemId, revision, schema, placeholders } = template
  const { checked, of } = check
  const [preview, setPreview] = useState<LivePreview>({ docx: undefined, paths: undefined, error: null })
  useEffect(() => {
    if (!checked || !shown) return
    const stop = new AbortController()
    const marked = markData(schema, placeholders, checked.data, (title) => t('preview.empty', { title }))
    const paths = marked.paths.map((path) => pathInForm(of ?? {}, path))
    fillDocument(itemId, revision, marked.data, stop.signal).then(
      (docx) => !stop.signal.aborted && setPreview({ docx, paths, error: null }),
      (error: unknown) => !stop.signal.aborted && setPreview((before) => ({ ...before, error })),
    )
    return () => stop.abort()
  }, [itemId, revision, schema, placeholders, checked, of, shown, t])
  return preview
}
