import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CitedChange, MaterialChanges, MaterialView } from '../../../library/meetings/materials/material-view.ts'
import type { MeetingPart, MeetingRecord } from '../../../library/meetings/outline/outline.schema.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { Icon } from '../../design/icon.tsx'
import { LoadingNotice } from '../../design/loading-notice.tsx'
import panel from '../../design/panels.module.css'
import { materialAddress } from '../../materials/material-queries.ts'
import type { ViewOf } from '../../materials/use-material-draft.ts'
import { request } from '../../service/client.ts'
import { CitedBadge } from '../outline/cited-badge.tsx'
import { ChangedPassage } from './changed-passage.tsx'

interface ChangesPanelProps {
  readonly view: MaterialView
  readonly changes: MaterialChanges | undefined
  readonly error: unknown
  readonly onRetry: () => void
  readonly readOnly: boolean
  readonly flush: () => Promise<boolean>
  readonly takeView: (view: ViewOf<MeetingRecord>) => void
  readonly parts: readonly MeetingPart[]
  readonly changeParts: (step: (parts: readonly MeetingPart[]) => readonly MeetingPart[]) => void
  readonly announce: (text: string, undo?: () => void) => void
  readonly onGo: (partId: string) => void
}

/** What the meeting cites that is another here now: brought up to date piece by piece, all at once, or left as it was. */
export function ChangesPanel(props: ChangesPanelProps) {
  const { view, changes, readOnly, announce } = props
  const { t } = useTranslation('meetings')
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<unknown>(null)
  const open = changes?.changes.filter(({ kept }) => !kept) ?? []
  const kept = changes?.changes.filter((change) => change.kept) ?? []
  const renewable = open.filter(({ after }) => after !== undefined)
  /** Puts the parts back as they were, and leaves what was written elsewhere meanwhile. */
  const undoOf = (chosen: readonly CitedChange[]) => {
    const touched = new Set(chosen.map(({ partId }) => partId))
    const before = new Map(props.parts.filter(({ id }) => touched.has(id)).map((part) => [part.id, part]))
    return () => props.changeParts((present) => present.map((part) => before.get(part.id) ?? part))
  }
  const run = async (way: 'renew' | 'keep', chosen: readonly CitedChange[]) => {
    const undo = undoOf(chosen)
    setBusy(true)
    setFailed(null)
    try {
      if (!(await props.flush())) return
      const { recordSha256: read } = await request<MaterialView>('GET', materialAddress(view.id))
      const cites = chosen.map(({ citeId }) => citeId)
      const body = { cites, read }
      props.takeView(await request<ViewOf<MeetingRecord>>('POST', `${materialAddress(view.id)}/${way}`, { body }))
      const title = `${chosen[0]?.title ?? ''}${chosen[0]?.provision ?? ''}`
      announce(way === 'renew' ? t('changes.renewed', { n: chosen.length }) : t('changes.kept', { title }), undo)
    } catch (problem) {
      setFailed(problem)
    } finally {
      setBusy(false)
    }
  }
  const entry = (change: CitedChange) => (
    <ChangedPassage
      key={`${change.partId} ${change.citeId}`}
      change={change}
      busy={busy}
      onGo={() => props.onGo(change.partId)}
      {...(!readOnly && { onRenew: () => void run('renew', [change]), onKeep: () => void run('keep', [change]) })}
    />
  )
  return (
    <section className={panel.panel} aria-label={t('changes.title')} aria-busy={busy}>
      <div className={panel.head}>
        <h2 className={panel.heading}>{t('changes.title')}</h2>
        {!readOnly && renewable.length > 1 && (
          <Button size="small" disabled={busy} onClick={() => void run('renew', renewable)}>
            {t('changes.renewAll', { n: renewable.length })}
          </Button>
        )}
      </div>
      <p className={panel.muted}>{t('changes.lead')}</p>
      {!changes && !props.error && <LoadingNotice />}
      {props.error !== null && props.error !== undefined && <ErrorNotice error={props.error} onRetry={props.onRetry} />}
      {failed !== null && <ErrorNotice error={failed} />}
      {changes && open.length === 0 && (
        <p className={panel.good} role="status">
          <Icon name="check" /> {t('changes.none')}
        </p>
      )}
      {open.length > 0 && <ul className={panel.entries}>{open.map(entry)}</ul>}
      {kept.length > 0 && (
        <details className={panel.part}>
          <summary>{t('changes.keptTitle', { n: kept.length })}</summary>
          <ul className={panel.entries}>{kept.map(entry)}</ul>
        </details>
      )}
      {changes && changes.cited.length > 0 && (
        <details className={panel.part}>
          <summary>{t('changes.showSame', { n: changes.cited.length })}</summary>
          <ul className={panel.entries}>
            {changes.cited.map(({ citeId, partId, title, provision, state, on }) => (
              <li key={`${partId} ${citeId}`} className={panel.row}>
                <button type="button" className={panel.textButton} onClick={() => props.onGo(partId)}>
                  {title}
                  {provision}
                </button>
                <CitedBadge state={state} />
                <span className={panel.muted}>{t('changes.statesOn', { on })}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
