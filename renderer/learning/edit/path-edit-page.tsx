import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { PathRecord } from '../../../library/meetings/learning/path.schema.ts'
import { usePageTitle } from '../../design/page.tsx'
import { useFormKeys } from '../../drafts/use-form-keys.ts'
import place from '../../drills/desk/drill-desk.module.css'
import { MaterialMissing } from '../../drills/desk/material-missing.tsx'
import { ReadyNotice } from '../../drills/desk/ready-notice.tsx'
import { MaterialBar } from '../../materials/material-bar.tsx'
import { materialQuery } from '../../materials/material-queries.ts'
import { MaterialsTabs } from '../../materials/materials-tabs.tsx'
import { SavingNotices } from '../../materials/saving-notices.tsx'
import { useMaterialDraft, type ViewOf } from '../../materials/use-material-draft.ts'
import { RecordFormContext } from '../../record-form/record-form-context.ts'
import { ResponsesPanel } from '../../responses/responses-panel.tsx'
import layout from '../../templates/form/form-desk.module.css'
import { PathForm } from './path-form.tsx'

/** An own path as it is written, with what came back of it beside. */
export function PathEditPage({ pathId }: { readonly pathId: string }) {
  const { t } = useTranslation('learning')
  const { data, error, refetch } = useQuery(materialQuery(pathId))
  if (data?.record.type === 'path') return <PathDesk view={data as ViewOf<PathRecord>} />
  return (
    <MaterialMissing
      title={t('list.title')}
      missing={t('missing.title')}
      what={t('missing.what')}
      otherType={t('missing.other')}
      toOther={t('missing.toOther')}
      toList={t('list.back')}
      list="/learning"
      view={data}
      error={error}
      onRetry={() => void refetch()}
    />
  )
}

function PathDesk({ view }: { readonly view: ViewOf<PathRecord> }) {
  const { t } = useTranslation('learning')
  const navigate = useNavigate()
  const desk = useRef<HTMLDivElement>(null)
  const draft = useMaterialDraft<PathRecord>(view)
  const { record, form, saver } = draft
  usePageTitle(record.title || t('list.title'))
  /** What is learned is what is written: it is saved first. */
  const asLearner = async () => {
    if (view.own && !(await saver.flush())) return
    void navigate({ to: '/learning/$pathId', params: { pathId: view.id }, search: {} })
  }
  const onlyOwn = (step: () => void) => (view.own ? step : () => undefined)
  useFormKeys(desk, {
    undo: onlyOwn(draft.undo),
    redo: onlyOwn(draft.redo),
    save: () => void saver.flush(),
    finish: () => undefined,
  })
  return (
    <div className={place.place}>
      <MaterialsTabs />
      <div ref={desk} className={`${layout.desk} ${place.desk}`} data-side={view.own ? 'panel' : 'none'}>
        <MaterialBar title={record.title} draft={view.own ? draft : undefined}>
          <Button onClick={() => void asLearner()}>{t('asLearner')}</Button>
        </MaterialBar>
        <div className={layout.notices}>
          {view.own ? <SavingNotices draft={draft} /> : <ReadyNotice id={view.id} says={t('readOnly')} />}
        </div>
        <RecordFormContext value={form}>
          <div className={layout.fields}>
            <PathForm record={record} />
          </div>
        </RecordFormContext>
        {view.own && (
          <aside className={`${layout.beside} ${place.beside}`} aria-label={t('responses')}>
            <ResponsesPanel materialId={view.id} />
          </aside>
        )}
      </div>
    </div>
  )
}
