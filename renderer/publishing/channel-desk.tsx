import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { PublishedChannel } from '../../library/updates/publishing/publishing-view.ts'
import { Page } from '../design/page.tsx'
import { CarePart } from './care/care-part.tsx'
import styles from './channel-desk.module.css'
import { ChoicePart } from './choice/choice-part.tsx'
import { BrokenChange } from './keys/broken-change.tsx'
import { KeysPart } from './keys/keys-part.tsx'
import { OverviewPart } from './overview-part.tsx'
import { type ChannelPart, channelParts } from './publishing-address.ts'
import { ReleasePart } from './release/release-part.tsx'

const desks = {
  overview: OverviewPart,
  choice: ChoicePart,
  release: ReleasePart,
  keys: KeysPart,
  care: CarePart,
} satisfies Record<ChannelPart, unknown>

/** Everything about one channel that is published from here. */
export function ChannelDesk({ channel, part }: { readonly channel: PublishedChannel; readonly part: ChannelPart }) {
  const { t } = useTranslation('publishing')
  const Part = desks[part]
  return (
    <Page title={channel.title} lead={channel.publisher}>
      <nav className={styles.parts} aria-label={t('partsLabel')}>
        <Link to="/publishing" search={{}} activeOptions={{ exact: true }} className={styles.back}>
          ← {t('back')}
        </Link>
        {channelParts.map((name) => (
          <Link
            key={name}
            to="/publishing"
            search={name === 'overview' ? { channel: channel.id } : { channel: channel.id, part: name }}
            activeOptions={{ exact: true }}
            className={styles.part}
          >
            {t(`parts.${name}`)}
          </Link>
        ))}
      </nav>
      {channel.brokenChange && <BrokenChange channel={channel} />}
      <Part channel={channel} />
    </Page>
  )
}
