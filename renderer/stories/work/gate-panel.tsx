import { type UseQueryResult, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GateFinding, GateReport } from '../../../library/stories/gate/gate-view.ts'
import type { StoryRecord } from '../../../library/stories/story.schema.ts'
import type { StoryView } from '../../../library/stories/story-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { Icon } from '../../design/icon.tsx'
import { LoadingNotice } from '../../design/loading-notice.tsx'
import panel from '../../design/panels.module.css'
import type { DraftSaver } from '../../drafts/draft-saver.ts'
import { request } from '../../service/client.ts'
import { gateQuery, storyAddress } from '../story-queries.ts'
import { FindingCard } from './finding-card.tsx'
import type { goToPlace } from './go-to-place.ts'

interface GatePanelProps {
  readonly story: StoryView
  readonly saver: DraftSaver<StoryRecord, StoryView>
  readonly gate: UseQueryResult<GateReport>
  readonly takeView: (view: StoryView) => void
  readonly onGo: (place: Parameters<typeof goToPlace>[0]) => void
}

/** What must not, or should not, get out: each with its place, its repair, and a way past it that says why. */
export function GatePanel({ story, saver, gate, takeView, onGo }: GatePanelProps) {
  const { t } = useTranslation('storyWork')
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const findings = gate.data?.findings ?? []
  const open = findings.filter(({ overruled }) => !overruled)
  const overruled = findings.filter((finding) => finding.overruled)
  const repairable = open.filter(({ repair }) => repair && repair.type !== 'strip')

  const must = open.filter(({ severity }) => severity === 'must')
  const should = open.filter(({ severity, code }) => severity === 'should' && code !== 'incomplete')
  const could = open.filter(({ severity, code }) => severity === 'should' && code === 'incomplete')
  const run = async (what: () => Promise<void>) => {
    setBusy(true)
    setError(null)
    try {
      if (await saver.flush()) await what()
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  const repair = (ids: readonly string[]) =>
    run(async () => {
      const read = gate.data?.recordSha256 ?? story.recordSha256
      takeView(await request<StoryView>('POST', `${storyAddress(story.id)}/gate/repair`, { body: { ids, read } }))
    })
  const overrule = (id: string, reason: string) =>
    run(async () => {
      const report = await request<GateReport>('POST', `${storyAddress(story.id)}/gate/overrule`, {
        body: { id, reason },
      })
      client.setQueryData(gateQuery(story.id, report.recordSha256).queryKey, report)
    })
  const does = {
    busy,
    onGo: (finding: GateFinding) => onGo(finding.place),
    onRepair: (finding: GateFinding) => void repair([finding.id]),
    onOverrule: (finding: GateFinding, reason: string) => void overrule(finding.id, reason),
  }
  return (
    <section className={panel.panel} aria-label={t('gate.title')} aria-busy={gate.isFetching}>
      <div className={panel.head}>
        <h2 className={panel.heading}>{t('gate.title')}</h2>
        {repairable.length > 1 && (
          <Button size="small" disabled={busy} onClick={() => void repair(repairable.map(({ id }) => id))}>
            {t('gate.repairAll', { n: repairable.length })}
          </Button>
        )}
      </div>
      <p className={panel.muted}>{t('gate.lead')}</p>
      {gate.isPending && <LoadingNotice />}
      {gate.isError && <ErrorNotice error={gate.error} onRetry={() => void gate.refetch()} />}
      {error !== null && <ErrorNotice error={error} />}
      {gate.data && open.length === 0 && (
        <p className={panel.good} role="status">
          <Icon name="check" /> {t('gate.good')}
        </p>
      )}
      {must.length > 0 && (
        <div className={panel.part}>
          <h3>{t('gate.must', { n: must.length })}</h3>
          <FindingList findings={must} {...does} />
        </div>
      )}
      {should.length > 0 && (
        <div className={panel.part}>
          <h3>{t('gate.should', { n: should.length })}</h3>
          <FindingList findings={should} {...does} />
        </div>
      )}
      {could.length > 0 && (
        <details className={panel.part} open={must.length + should.length === 0}>
          <summary>{t('gate.could', { n: could.length })}</summary>
          <FindingList findings={could} {...does} />
        </details>
      )}
      {overruled.length > 0 && (
        <div className={panel.part}>
          <h3>{t('gate.overruled', { n: overruled.length })}</h3>
          <ul className={panel.entries}>
            {overruled.map((finding) => (
              <li key={finding.id} className={panel.entry} data-done="">
                <p>{finding.says}</p>
                {finding.overruled && <p className={panel.why}>{t('gate.overruledBy', { ...finding.overruled })}</p>}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}

interface FindingListProps {
  readonly findings: readonly GateFinding[]
  readonly busy: boolean
  readonly onGo: (finding: GateFinding) => void
  readonly onRepair: (finding: GateFinding) => void
  readonly onOverrule: (finding: GateFinding, reason: string) => void
}

function FindingList({ findings, busy, onGo, onRepair, onOverrule }: FindingListProps) {
  return (
    <ul className={panel.entries}>
      {findings.map((finding) => (
        <FindingCard
          key={finding.id}
          finding={finding}
          busy={busy}
          onGo={() => onGo(finding)}
          onRepair={() => onRepair(finding)}
          onOverrule={(reason) => onOverrule(finding, reason)}
        />
      ))}
    </ul>
  )
}
