import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormData } from '../../../library/templates/template-schema.ts'
import type { TemplateView } from '../../../library/templates/template-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { useSettled } from '../../design/use-settled.ts'
import { DocumentPreview } from '../../templates/preview/document-preview.tsx'
import { fillDocument } from '../../templates/template-queries.ts'
import styles from './batch-page.module.css'

interface RowPreviewProps {
  readonly template: TemplateView
  /** The first rows' data. */
  readonly rows: readonly FormData[]
}

/** The first rows as the documents they will become, one at a time. */
export function RowPreview({ template, rows }: RowPreviewProps) {
  const { t } = useTranslation('office')
  const [at, setAt] = useState(0)
  const { itemId, revision } = template
  const data = useSettled(rows[at] ?? {}, 250)
  const text = JSON.stringify(data)
  const docx = useQuery({
    queryKey: ['batch-preview', itemId, revision, text],
    queryFn: ({ signal }) => fillDocument(itemId, revision, data, signal),
    placeholderData: keepPreviousData,
    gcTime: 30_000,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <section className={styles.preview}>
      <div className={styles.previewBar}>
        <span>{t('batch.previewRow', { n: at + 1, all: rows.length })}</span>
        <span className={styles.actions}>
          <Button size="small" disabled={at === 0} onClick={() => setAt(at - 1)}>
            {t('batch.previous')}
          </Button>
          <Button size="small" disabled={at >= rows.length - 1} onClick={() => setAt(at + 1)}>
            {t('batch.next')}
          </Button>
        </span>
      </div>
      {docx.isError ? (
        <ErrorNotice error={docx.error} />
      ) : (
        <DocumentPreview label={t('batch.preview')} docx={docx.data} />
      )}
      <p className={styles.muted}>{t('batch.previewHint')}</p>
    </section>
  )
}
