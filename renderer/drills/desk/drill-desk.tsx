import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { memo, useCallback, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { DrillRecord } from '../../../library/meetings/drills/drill.schema.ts'
import layout from '../../design/form-desk.module.css'
import { usePageTitle } from '../../design/page.tsx'
import { useSettled } from '../../design/use-settled.ts'
import { useFormKeys } from '../../drafts/use-form-keys.ts'
import styles from '../../materials/desk/material-desk.module.css'
import { ReadyNotice } from '../../materials/desk/ready-notice.tsx'
import { MaterialBar } from '../../materials/material-bar.tsx'
import { MaterialsTabs } from '../../materials/materials-tabs.tsx'
import { PaperButton } from '../../materials/out/paper-button.tsx'
import { SavingNotices } from '../../materials/saving-notices.tsx'
import { useMaterialDraft, type ViewOf } from '../../materials/use-material-draft.ts'
import { useTaking } from '../../meetings/taking/taking-context.ts'
import { checkDrill } from '../checks/check-drill.ts'
import { FoundList } from '../checks/found-list.tsx'
import { DrillForm } from '../form/drill-form.tsx'
import { DrillMapView } from '../map/drill-map-view.tsx'
import { DrillScript } from '../reading/drill-script.tsx'
import { goToField } from './go-to-field.ts'
import { ToldNotice } from './told-notice.tsx'
import { useTurns } from './use-turns.ts'

const route = getRouteApi('/drills/$id')

/** A drill on the desk: the script on the left, the map of its ways and what it lacks beside it. */
export function DrillDesk({ view }: { readonly view: ViewOf<DrillRecord> }) {
  const { t } = useTranslation('drills')
  const { side } = route.useSearch()
  const navigate = useNavigate({ from: '/drills/$id' })
  const desk = useRef<HTMLDivElement>(null)
  const draft = useMaterialDraft<DrillRecord>(view)
  const { record, form, saver } = draft
  const turns = useTurns(draft)
  const putInMeeting = useTaking()
  // The map and what it lacks follow a moment after the keys: with a hundred scenes each key would wait for them.
  const settled = useSettled(record, 250)
  const found = useMemo(() => checkDrill(settled), [settled])
  usePageTitle(record.title || t('page.title'))
  const shown = side !== 'none'
  const toggle = () => void navigate({ search: { side: shown ? 'none' : undefined }, replace: true })
  const play = async (from?: string) => {
    if (view.own && !(await saver.flush())) return
    void navigate({ to: '/drills/$id/play', params: { id: view.id }, search: { from } })
  }
  const take = async () => {
    if (view.own && !(await saver.flush())) return
    putInMeeting({ reference: { itemId: view.id }, name: record.title })
  }
  const go = (path: string) => {
    // Where there is no room for both, the script comes back first.
    if (matchMedia('(width < 70rem)').matches) void navigate({ search: { side: 'none' }, replace: true })
    requestAnimationFrame(() => goToField(path))
  }
  const goTo = useRef(go).current
  useFormKeys(desk, {
    undo: view.own ? draft.undo : () => undefined,
    redo: view.own ? draft.redo : () => undefined,
    save: () => void saver.flush(),
    finish: () => view.own && turns.addAfterFocused(),
  })
  return (
    <div className={styles.place}>
      <MaterialsTabs />
      <div ref={desk} className={`${layout.desk} ${styles.desk}`} data-side={shown ? 'panel' : 'none'}>
        <MaterialBar title={record.title} draft={view.own ? draft : undefined}>
          <Button type="primary" disabled={record.turns.length === 0} onClick={() => void play()}>
            {t('bar.play')}
          </Button>
          <Button onClick={() => void take()}>{t('bar.take')}</Button>
          <PaperButton
            id={view.id}
            title={record.title}
            whats={['roles', 'drill']}
            before={() => (view.own ? saver.flush() : Promise.resolve(true))}
          />
          <fieldset className={layout.sides}>
            <legend className="visually-hidden">{t('bar.beside')}</legend>
            <button type="button" className={layout.side} aria-pressed={shown} onClick={toggle}>
              {t('bar.map')}
              {found.length > 0 && (
                <span className={layout.count} title={t('bar.found', { n: found.length })}>
                  {found.length}
                </span>
              )}
            </button>
          </fieldset>
        </MaterialBar>
        <div className={layout.notices}>
          {view.own ? <SavingNotices draft={draft} /> : <ReadyNotice id={view.id} says={t('page.readOnly')} />}
          {view.own && record.story && found.some(({ code }) => code === 'to-edit') && (
            <p className={layout.taken}>{t('page.from', { title: record.story.title })}</p>
          )}
          <ToldNotice turns={turns} record={record} onUndo={draft.undo} />
        </div>
        <div className={layout.fields}>
          {view.own ? (
            <DrillForm form={form} turns={turns} play={play} />
          ) : (
            <DrillScript id={view.id} record={record} />
          )}
        </div>
        {shown && <Beside turns={settled.turns} found={found} onGo={goTo} />}
      </div>
    </div>
  )
}

interface BesideProps {
  readonly turns: DrillRecord['turns']
  readonly found: ReturnType<typeof checkDrill>
  readonly onGo: (path: string) => void
}

const Beside = memo(function Beside({ turns, found, onGo }: BesideProps) {
  const { t } = useTranslation('drills')
  const goToTurn = useCallback((at: number) => onGo(`turns/${at}`), [onGo])
  return (
    <aside className={`${layout.beside} ${styles.beside}`} aria-label={t('bar.beside')}>
      <section aria-labelledby="drill-map-title">
        <h2 id="drill-map-title">{t('map.title')}</h2>
        <DrillMapView turns={turns} onGo={goToTurn} />
      </section>
      <section aria-labelledby="drill-found-title">
        <h2 id="drill-found-title">{t('found.title')}</h2>
        <FoundList found={found} onGo={onGo} />
      </section>
    </aside>
  )
})
