import { useTranslation } from 'react-i18next'
import type { UnitProfile } from '../../../library/templates/known/known-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { LoadingNotice } from '../../design/loading-notice.tsx'
import { Page } from '../../design/page.tsx'
import { TemplatesTabs } from '../../templates/templates-tabs.tsx'
import { UnitFields } from './unit-fields.tsx'
import styles from './unit-page.module.css'
import { useUnit } from './use-unit.ts'
import { useUnitDraft } from './use-unit-draft.ts'
import { VillageTable } from './village-table.tsx'

/** `/office/unit`: what the office fills in once for all its documents. */
export function UnitPage() {
  const { t } = useTranslation('office')
  const unit = useUnit()
  return (
    <>
      <TemplatesTabs />
      <Page title={t('unit.title')} lead={t('unit.lead')}>
        {unit.isPending && <LoadingNotice />}
        {unit.isError && <ErrorNotice error={unit.error} onRetry={() => void unit.refetch()} />}
        {unit.data && <UnitForm saved={unit.data} />}
      </Page>
    </>
  )
}

function UnitForm({ saved }: { readonly saved: UnitProfile }) {
  const { t } = useTranslation('office')
  const { draft, state, change, save, undo } = useUnitDraft(saved)
  return (
    <form
      className={styles.form}
      onBlur={() => state.kind === 'waiting' && save()}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <div className={styles.state}>
        <span role="status" className={state.kind === 'held' ? styles.problem : styles.muted}>
          {state.kind === 'held'
            ? t('unit.held', { names: state.names.join('、') })
            : t(state.kind === 'saved' ? 'unit.saved' : state.kind === 'waiting' ? 'unit.waiting' : 'unit.failed')}
        </span>
        <button type="button" className={styles.textButton} disabled={!undo} onClick={undo}>
          {t('unit.undo')}
        </button>
      </div>
      {state.kind === 'failed' && <ErrorNotice error={state.error} onRetry={() => save()} />}
      <UnitFields values={draft.values} onChange={(values) => change({ ...draft, values })} />
      <VillageTable villages={draft.villages} onChange={(villages) => change({ ...draft, villages })} />
    </form>
  )
}
