import { useTranslation } from 'react-i18next'
import type { ItemView } from '../../library/items/item-view.ts'
import { useChannelTitles } from '../updates/use-channel-titles.ts'
import { CopyButton } from './copy-button.tsx'
import styles from './provenance-list.module.css'
import { useShownDate } from './shown-date.ts'

/** How this revision came into the library: from which file, when, with which checksum. */
export function ProvenanceList({ item }: { readonly item: ItemView }) {
  const { t } = useTranslation('reading')
  const { t: say } = useTranslation()
  const shown = useShownDate()
  const channelTitle = useChannelTitles()
  // Who imports at this computer is the person reading; only others are named.
  const agentName = (agent: string) => (agent === 'xinhuo' ? say('name') : channelTitle(agent))
  return (
    <ol className={styles.list}>
      {item.provenance.map((entry) => (
        <li key={`${entry.at}${entry.source}`}>
          <p>
            {shown(entry.at)} {t(`metadata.activity.${entry.activity}`)}
            {entry.agent !== 'person' && (
              <span className={styles.muted}> · {t('metadata.agent', { agent: agentName(entry.agent) })}</span>
            )}
          </p>
          <p className={styles.source}>{entry.source}</p>
          <p className={styles.hash}>
            <span className={styles.muted}>{t('metadata.hash')}</span>
            <code title={entry.sourceSha256}>{entry.sourceSha256.slice(0, 12)}</code>
            <CopyButton text={entry.sourceSha256} label={t('metadata.copyHash')} />
          </p>
        </li>
      ))}
    </ol>
  )
}
