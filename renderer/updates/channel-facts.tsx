import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChannelView } from '../../library/updates/update-view.ts'
import desk from '../publishing/publishing.module.css'
import { useShownDate } from '../reading/shown-date.ts'

/** Who publishes a channel, who signed it and when, where it came from, and when it was verified. */
export function ChannelFacts({ channel }: { readonly channel: ChannelView }) {
  const { t } = useTranslation('updates')
  const shown = useShownDate()
  const { publishedAt, receivedFrom, receivedAt, nextExpectedOn, verified, signaturesEndAt } = channel
  const ended = signaturesEndAt !== undefined && Date.parse(signaturesEndAt) < Date.now()
  return (
    <dl className={desk.facts}>
      <Fact name={t('channels.publisher')}>{channel.publisher}</Fact>
      {publishedAt && (
        <Fact name={t('channels.signed')}>
          {t('channels.signedBy', { date: shown(publishedAt), keys: channel.signedBy.join('、') })}
        </Fact>
      )}
      {receivedFrom && receivedAt && (
        <Fact name={t('channels.received')}>
          {t('channels.receivedAt', { from: receivedFrom, date: shown(receivedAt) })}
        </Fact>
      )}
      {nextExpectedOn && <Fact name={t('channels.next')}>{shown(nextExpectedOn)}</Fact>}
      {channel.version !== undefined && (
        <Fact name={t('channels.verified')}>
          {!verified
            ? t('channels.unverified')
            : verified.damaged === 0
              ? t('channels.verifiedAt', { date: shown(verified.at) })
              : t('channels.damagedAt', { date: shown(verified.at), n: verified.damaged })}
        </Fact>
      )}
      {signaturesEndAt && (
        <Fact name={t('channels.signaturesEnd')}>
          {ended ? t('channels.signaturesEnded', { date: shown(signaturesEndAt) }) : shown(signaturesEndAt)}
        </Fact>
      )}
      <Fact name={t('channels.fingerprint')}>
        <span lang="zh-CN">{channel.fingerprint.words.join(' ')}</span>
      </Fact>
    </dl>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={desk.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
