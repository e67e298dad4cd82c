import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TrustOffer, UpdateOffer } from '../../library/updates/update-view.ts'
import { EmptyNotice } from '../design/empty-notice.tsx'
import { ErrorNotice } from '../design/error-notice.tsx'
import { keepFocus } from '../design/keep-focus.ts'
import { LoadingNotice } from '../design/loading-notice.tsx'
import { Page } from '../design/page.tsx'
import desk from '../publishing/publishing.module.css'
import { request } from '../service/client.ts'
import { ServiceError } from '../service/service-error.ts'
import { useAbout } from '../settings/use-about.ts'
import { ChannelCards } from './channel-cards.tsx'
import { ConflictList } from './conflict-list.tsx'
import { OfferSheet } from './offer-sheet.tsx'
import { RunProgress } from './run-progress.tsx'
import { RunResult } from './run-result.tsx'
import { SourcePanel } from './source-panel.tsx'
import { StickList } from './stick-list.tsx'
import { TrustDialog } from './trust-dialog.tsx'
import { uploadArchive } from './upload-archive.ts'
import { inspect, useChannels, useOffers, useRefreshContent } from './use-channels.ts'
import { useUpdateRun } from './use-update-run.ts'
import { WaitingOffers } from './waiting-offers.tsx'

/** `/updates?from=PLACE`: the channels, what a source offers, and what the person has to choose. */
export function UpdatesPage() {
  const { t } = useTranslation('updates')
  const about = useAbout()
  const channels = useChannels()
  const offers = useOffers()
  const refresh = useRefreshContent()
  const { run, state } = useUpdateRun()
  const navigate = useNavigate()
  const { from: asked } = useSearch({ from: '/updates' })
  const [from, setFrom] = useState(asked ?? '')
  const [trust, setTrust] = useState<TrustOffer>()
  const [trustError, setTrustError] = useState<unknown>(null)
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState<'asking' | 'uploading'>()
  const [dismissed, setDismissed] = useState<string>()
  const running = state.kind === 'running'

  const attempt = async (work: () => Promise<void>) => {
    setError(null)
    setBusy('asking')
    try {
      await work()
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(undefined)
    }
  }
  /** Looks at a source; one that is not trusted yet is introduced first. */
  const check = (place: string) =>
    attempt(async () => {
      run.clear()
      setFrom(place)
      setDismissed(undefined)
      const found = await inspect(place)
      if (found.known) await run.start('/api/updates/check', { from: place })
      else setTrust(found)
    })
  const upload = (file: File) => {
    setBusy('uploading')
    void attempt(async () => {
      setBusy('uploading')
      const received = await uploadArchive(file)
      await check(received.from)
    })
  }
  const repair = (channel: string, from: string | undefined) =>
    void attempt(() => run.start(`/api/channels/${channel}/verify`, { repair: true, from }))
  const trustIt = async () => {
    if (!trust) return
    try {
      const { hex } = trust.fingerprint
      await request('POST', '/api/channels', { body: { from: trust.from, fingerprint: hex } })
      setTrust(undefined)
      setTrustError(null)
      refresh()
      await attempt(() => run.start('/api/updates/check', { from: trust.from }))
    } catch (problem) {
      setTrustError(problem)
    }
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each address that leads here
  useEffect(() => {
    if (!asked) return
    // Once: coming back to this page later is not asking again.
    void navigate({ to: '/updates', search: {}, replace: true })
    void check(asked)
  }, [asked])

  const offer = offers.data?.findLast((one) => one.from === from) ?? offers.data?.at(-1)
  const offerId = offer && `${offer.channel} ${offer.version} ${offer.checkedAt}`
  const ended = state.kind === 'ended' || state.kind === 'failed' ? state : undefined
  const job = ended?.kind === 'ended' ? ended.job : undefined
  const checked = job?.type === 'update-check' && job.state === 'done'
  // A check that went well shows its offer, not itself.
  const told = checked ? undefined : ended
  const shownOffer = !running && !told && offerId !== dismissed ? offer : undefined
  const clearRun = useCallback(() => run.clear(), [run])
  const isAsked = job === undefined || job.type === 'update-check' || job.type === 'update'
  const source = from === '' ? offer?.from : from
  const onRetry = isAsked && source ? () => void check(source) : undefined
  return (
    <Page title={t('title')} lead={t('lead')}>
      <div className={desk.stack}>
        {channels.data?.length === 0 && (
          <EmptyNotice title={t('teach.title')}>
            <p>{t('teach.what')}</p>
            <p>{t('teach.how')}</p>
            <p>{t('teach.own')}</p>
          </EmptyNotice>
        )}
        <SourcePanel
          from={from}
          onFrom={setFrom}
          onCheck={(place) => void check(place)}
          onFile={upload}
          busy={running || busy !== undefined}
          uploading={busy === 'uploading'}
          filesOnly={about.data?.shell === 'serve'}
        />
        <StickList shown={shownOffer?.from} onSee={(place) => void check(place)} />
        {error !== null && (
          <ErrorNotice error={error} onRetry={isMissing(error) ? undefined : () => void check(from)} />
        )}
        {running && <RunProgress state={state} onCancel={() => void run.cancel()} />}
        {told && <RunResult state={told} onRetry={onRetry} onRepair={repair} onClose={() => run.clear()} />}
        {shownOffer && (
          <OfferSheet
            key={offerId}
            offer={shownOffer}
            onArrived={checked ? clearRun : undefined}
            busy={busy !== undefined}
            onApply={() => void attempt(() => run.start('/api/updates/apply', applied(shownOffer)))}
            onLater={() => {
              setDismissed(offerId)
              requestAnimationFrame(keepFocus)
            }}
          />
        )}
        {!running && (
          <WaitingOffers
            offers={(offers.data ?? []).filter((one) => one !== shownOffer)}
            onSee={(one) => {
              run.clear()
              setFrom(one.from)
              setDismissed(undefined)
            }}
          />
        )}
        <ConflictList />
        {channels.isPending && <LoadingNotice />}
        {channels.isError && <ErrorNotice error={channels.error} onRetry={() => void channels.refetch()} />}
        {channels.data && channels.data.length > 0 && (
          <ChannelCards
            channels={channels.data}
            busy={running}
            onCheck={(place) => void check(place)}
            onVerify={(id) => void attempt(() => run.start(`/api/channels/${id}/verify`, {}))}
            onVersion={(id, version) => void attempt(() => run.start(`/api/channels/${id}/roll-back`, { version }))}
          />
        )}
        <p className={desk.actions}>
          <Link to="/reports">{t('reports')}</Link>
          <Link to="/publishing">{t('publish')}</Link>
        </p>
      </div>
      <TrustDialog
        offer={trust}
        pending={busy !== undefined}
        error={trustError}
        onTrust={() => void trustIt()}
        onClose={() => {
          setTrust(undefined)
          setTrustError(null)
        }}
      />
    </Page>
  )
}

/** What was seen is what is applied: another version meanwhile is refused. */
const applied = ({ from, version }: UpdateOffer) => ({ from, version })

/** Asking again would find the same: the place itself must be another. */
const isMissing = (error: unknown) => error instanceof ServiceError && error.code === 'SOURCE_NOT_FOUND'
