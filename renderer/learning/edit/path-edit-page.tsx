import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { PathRecord } from '../../../library/meetings/learning/path.schema.ts'
import type { CitedChange, MaterialView } from '../../../library/meetings/materials/material-view.ts'
import layout from '../../design/form-desk.module.css'
import { usePageTitle } from '../../design/page.tsx'
import { useFormKeys } from '../../drafts/use-form-keys.ts'
import place from '../../materials/desk/material-desk.module.css'
import { ReadyNotice } from '../../materials/desk/ready-notice.tsx'
import { MaterialBar } from '../../materials/material-bar.tsx'
import { materialAddress, materialChangesQuery, materialQuery } from '../../materials/material-queries.ts'
import { MaterialsTabs } from '../../materials/materials-tabs.tsx'
import { SavingNotices } from '../../materials/saving-notices.tsx'
import { useMaterialDraft, type ViewOf } from '../../materials/use-material-draft.ts'
import { RecordFormContext } from '../../record-form/record-form-context.ts'
import { ResponsesPanel } from '../../responses/responses-panel.tsx'
import { request } from '../../service/client.ts'
import { writtenPathQuery } from '../learning-queries.ts'
import { PathMissing } from '../path-missing.tsx'
import { PathForm } from './path-form.tsx'
import type { ChangeWay } from './step-changes.tsx'

/** An own path as it is written, with what came back of it beside. */
export function PathEditPage({ pathId }: { readonly pathId: string }) {
  const { data, error, refetch } = useQuery(materialQuery(pathId))
  if (data?.record.type === 'path') return <PathDesk view={data as ViewOf<PathRecord>} />
  return <PathMissing view={data} error={error} onRetry={() => void refetch()} />
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
  const changes = useQuery({ ...materialChangesQuery(view.id, view.recordSha256), enabled: view.own })
  // Of the saved state: what is wrong with the order is said by the service.
  const looked = useQuery({ ...writtenPathQuery(view.id, view.recordSha256), enabled: view.own })
  const settle = async (way: ChangeWay, { citeId }: CitedChange) => {
    if (!(await saver.flush())) return
    const { recordSha256: read } = await request<MaterialView>('GET', materialAddress(view.id))
    const body = { cites: [citeId], read }
    draft.takeView(await request<ViewOf<PathRecord>>('POST', `${materialAddress(view.id)}/${way}`, { body }))
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
            <PathForm
              record={record}
              changes={changes.data?.changes ?? []}
              faults={looked.data?.faults ?? []}
              missing={looked.data?.steps.flatMap(({ id, here, itemId }) => (here || !itemId ? [] : [id])) ?? []}
              settle={settle}
            />
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
