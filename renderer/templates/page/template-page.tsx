import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TemplateView } from '../../../library/templates/template-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { LoadingNotice } from '../../design/loading-notice.tsx'
import { usePageTitle } from '../../design/page.tsx'
import { useArrivalFocus } from '../../design/use-arrival-focus.ts'
import { useTimeText } from '../../design/use-time-text.ts'
import { ValidityBadge } from '../../design/validity-badge.tsx'
import { DocumentPreview } from '../preview/document-preview.tsx'
import { documentQuery, templateQuery } from '../template-queries.ts'
import { useStartForm } from '../use-start-form.ts'
import { BasisList } from './basis-list.tsx'
import { MaterialList } from './material-list.tsx'
import { ProblemList } from './problem-list.tsx'
import { SampleComparison } from './sample-comparison.tsx'
import styles from './template-page.module.css'

const route = getRouteApi('/templates/$itemId')

/** `/templates/ID?revision=`: what one wants to know before filling. */
export function TemplatePage() {
  const { itemId } = route.useParams()
  const { revision } = route.useSearch()
  const template = useQuery(templateQuery(itemId, revision))
  if (template.isPending) return <LoadingNotice />
  if (template.isError) {
    return (
      <div className={styles.alone}>
        <ErrorNotice error={template.error} onRetry={() => void template.refetch()} />
      </div>
    )
  }
  return <TemplateDesk key={itemId} template={template.data} />
}

function TemplateDesk({ template }: { readonly template: TemplateView }) {
  const { t } = useTranslation('templates')
  const timeText = useTimeText()
  const { itemId, title, lastUsed, lastRevision, revision } = template
  const start = useStartForm()
  const heading = useArrivalFocus<HTMLHeadingElement>()
  const docx = useQuery(documentQuery(template.document.sha256))
  const [sampling, setSampling] = useState(false)
  usePageTitle(title)
  const fill = () => {
    if (!start.isPending) start.mutate({ templateId: itemId })
  }
  useEnterKey(fill)
  useEffect(() => {
    // Filling comes next: its scripts are here when it does.
    void import('../form/form-page.tsx')
  }, [])
  return (
    <div className={styles.desk}>
      <div className={styles.facts}>
        <header className={styles.head}>
          <p className={styles.kind}>
            <Link to="/templates">{t('browse.title')}</Link>
            {template.label && <span>{template.label}</span>}
            {template.official && <span>{t('browse.official')}</span>}
            {template.validity !== 'in-force' && <ValidityBadge validity={template.validity} />}
          </p>
          <h1 ref={heading} tabIndex={-1} className={styles.title}>
            {title}
          </h1>
          {template.description && <p className={styles.description}>{template.description}</p>}
        </header>
        <div className={styles.actions}>
          <Button type="primary" size="large" loading={start.isPending} onClick={fill}>
            {t('page.fill')} <kbd className={styles.key}>Enter</kbd>
          </Button>
          {template.samples.length > 0 && (
            <Button size="large" onClick={() => setSampling(true)}>
              {t('page.samples', { n: template.samples.length })}
            </Button>
          )}
          {template.fields > 0 && (
            <Link to="/templates/batch/$templateId" params={{ templateId: itemId }} className={styles.batch}>
              {t('page.batch')}
            </Link>
          )}
        </div>
        {start.isError && <ErrorNotice error={start.error} onRetry={fill} />}
        <ProblemList template={template} />
        <dl className={styles.used}>
          <dt>{t('page.fields')}</dt>
          <dd>{t('page.fieldCount', { n: template.fields, required: template.schema.required?.length ?? 0 })}</dd>
          <dt>{t('page.version')}</dt>
          <dd>
            <code title={revision}>{revision.slice(0, 12)}</code>{' '}
            <Link to="/item/$itemId" params={{ itemId }} search={{}}>
              {t('page.readItem')}
            </Link>
            {template.own && (
              <>
                {'　'}
                <Link to="/templates/$itemId/edit" params={{ itemId }}>
                  {t('page.change')}
                </Link>
              </>
            )}
          </dd>
          <dt>{t('page.lastUsed')}</dt>
          <dd>
            {lastUsed ? timeText(lastUsed.at) : t('page.neverUsed')}
            {lastUsed?.changed && lastRevision && (
              <>
                {'　'}
                <span className={styles.changed}>{t('browse.changed')}</span>{' '}
                <Link to="/item/$itemId/compare" params={{ itemId }} search={{ from: lastRevision, to: revision }}>
                  {t('page.whatChanged')}
                </Link>
              </>
            )}
          </dd>
        </dl>
        <BasisList basis={template.basis} />
        <MaterialList title={title} materials={template.materials} />
      </div>
      <div className={styles.preview}>
        <DocumentPreview label={t('page.preview')} docx={docx.data} />
        {docx.isError && <ErrorNotice error={docx.error} onRetry={() => void docx.refetch()} />}
      </div>
      <SampleComparison template={template} open={sampling} onClose={() => setSampling(false)} />
    </div>
  )
}

/** Enter fills, wherever the focus is on no control of its own. */
function useEnterKey(fill: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || event.defaultPrevented || event.ctrlKey || event.altKey || event.isComposing) return
      const target = event.target instanceof Element ? event.target : null
      if (target?.closest('a, button, input, textarea, select, summary, dialog, [role=combobox], [role=option]')) return
      event.preventDefault()
      fill()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  })
}
