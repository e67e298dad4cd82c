import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { FilledSample } from '../../../library/templates/template-schema.ts'
import type { TemplateView } from '../../../library/templates/template-view.ts'
import { Dialog } from '../../design/dialog.tsx'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { Icon } from '../../design/icon.tsx'
import { queryKeys } from '../../service/keys.ts'
import { titleAt } from '../form/field-path.ts'
import { DocumentPreview } from '../preview/document-preview.tsx'
import { markData } from '../preview/field-marks.ts'
import { checkData, fillDocument } from '../template-queries.ts'
import styles from './sample-comparison.module.css'

interface SampleComparisonProps {
  readonly template: TemplateView
  readonly open: boolean
  readonly onClose: () => void
}

/** Filled copies side by side, the good ones first, each with why. */
export function SampleComparison({ template, open, onClose }: SampleComparisonProps) {
  const { t } = useTranslation('templates')
  const samples = [...template.samples].sort((a, b) => b.quality.localeCompare(a.quality))
  return (
    <Dialog open={open} title={t('samples.title')} onClose={onClose} wide>
      <div className={styles.samples} data-many={samples.length > 1 ? '' : undefined}>
        {samples.map((sample) => (
          <Sample key={`${sample.quality} ${sample.title}`} template={template} sample={sample} />
        ))}
      </div>
    </Dialog>
  )
}

function Sample({ template, sample }: { readonly template: TemplateView; readonly sample: FilledSample }) {
  const { t } = useTranslation('templates')
  const { itemId, revision, schema, placeholders } = template
  const filled = useQuery({
    queryKey: [...queryKeys.templates, 'sample', itemId, revision, sample.title],
    queryFn: async ({ signal }) => {
      const { data } = await checkData(itemId, revision, sample.data, signal)
      const marked = markData(schema, placeholders, data, (title) => t('preview.empty', { title }))
      return { paths: marked.paths, docx: await fillDocument(itemId, revision, marked.data, signal) }
    },
    staleTime: Number.POSITIVE_INFINITY,
  })
  const notes = Object.entries(sample.notes ?? {})
  return (
    <article className={styles.sample} data-quality={sample.quality}>
      <h3 className={styles.head}>
        <Icon name={sample.quality === 'good' ? 'check' : 'warning'} />
        {t(`samples.${sample.quality}`)}
        <span className={styles.name}>{sample.title}</span>
      </h3>
      <p>{sample.note}</p>
      <dl className={styles.notes} data-none={notes.length === 0 ? '' : undefined}>
        {notes.map(([path, note]) => (
          <div key={path}>
            <dt>{titleAt(schema, path, (n) => t('form.row', { n }))}</dt>
            <dd>{note}</dd>
          </div>
        ))}
      </dl>
      <div className={styles.pages}>
        {filled.isError && <ErrorNotice error={filled.error} onRetry={() => void filled.refetch()} />}
        <DocumentPreview
          label={sample.title}
          docx={filled.data?.docx}
          paths={filled.data?.paths}
          noted={Object.keys(sample.notes ?? {})}
        />
      </div>
    </article>
  )
}
