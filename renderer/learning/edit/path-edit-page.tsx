import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { PathRecord } from '../../../library/meetings/learning/path.schema.ts'
import { usePageTitle } from '../../design/page.tsx'
import { useFormKeys } from '../../drafts/use-form-keys.ts'
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
import styles from '../learning.module.css'
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
  const desk = useRef<HTMLDivElement>(null)
  const draft = useMaterialDraft<PathRecord>(view)
  const { record, form, saver } = draft
  usePageTitle(record.title || t('list.title'))
  const onlyOwn = (step: () => void) => (view.own ? step : () => undefined)
  useFormKeys(desk, {
    undo: onlyOwn(draft.undo),
    redo: onlyOwn(draft.redo),
    save: () => void saver.flush(),
    finish: () => undefined,
  })
  return (
    <div className={styles.place}>
      <MaterialsTabs />
      <div ref={desk} className={layout.desk} data-side={view.own ? 'panel' : 'none'}>
        <MaterialBar title={record.title} draft={view.own ? draft : undefined}>
          <Link
            to="/learning/$pathId"
            params={{ pathId: view.id }}
            search={{}}
            // What is learned is what is written: it is saved first.
            onClick={() => void saver.flush()}
          >
            {t('asLearner')}
          </Link>
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
          <aside className={layout.beside} aria-label={t('responses')}>
            <ResponsesPanel materialId={view.id} />
          </aside>
        )}
      </div>
    </div>
  )
}
