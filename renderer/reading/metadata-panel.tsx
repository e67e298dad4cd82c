import { Link } from '@tanstack/react-router'
import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ItemView } from '../../library/items/item-view.ts'
import { AttachmentList } from './attachment-list.tsx'
import { CopyButton } from './copy-button.tsx'
import { FactList } from './fact-list.tsx'
import { HistoryList } from './history-list.tsx'
import styles from './metadata-panel.module.css'
import { ProvenanceList } from './provenance-list.tsx'

interface MetadataPanelProps {
  readonly item: ItemView
  /** The person's notes whose passages are not in this revision. */
  readonly strayNotes: ReactNode
}

/** Everything known about the text: facts, topics, sources, attachments, versions, and how it came here. */
export const MetadataPanel = memo(function MetadataPanel({ item, strayNotes }: MetadataPanelProps) {
  const { t } = useTranslation('reading')
  return (
    <div className={styles.panel}>
      {item.description && (
        <Part title={t('metadata.description')}>
          <p className={styles.prose}>{item.description}</p>
        </Part>
      )}
      <Part title={t('metadata.facts')}>
        <FactList item={item} />
      </Part>
      <Part title={t('metadata.history')}>
        <HistoryList item={item} />
      </Part>
      {strayNotes}
      {item.attachments.length > 0 && (
        <Part title={t('metadata.attachments')}>
          <AttachmentList attachments={item.attachments} />
        </Part>
      )}
      {item.topics.length > 0 && (
        <Part title={t('metadata.topics')}>
          <ul className={styles.chips}>
            {item.topics.map((topic) => (
              <li key={topic}>
                <Link className={styles.chip} to="/library" search={{ topic }}>
                  {topic}
                </Link>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {item.posts.length > 0 && <Words title={t('metadata.posts')} words={item.posts} />}
      {item.places.length > 0 && <Words title={t('metadata.places')} words={item.places} />}
      {item.sources.length > 0 && (
        <Part title={t('metadata.sources')}>
          <ul className={styles.list}>
            {item.sources.map((source) => (
              <li key={`${source.title}${source.url ?? ''}`}>
                <p>{source.title}</p>
                {source.note && <p className={styles.muted}>{source.note}</p>}
                {source.url && (
                  <p className={styles.address}>
                    <span>{source.url}</span>
                    <CopyButton text={source.url} label={t('metadata.copyAddress')} />
                  </p>
                )}
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Part title={t('metadata.provenance')}>
        <ProvenanceList item={item} />
      </Part>
    </div>
  )
})

function Words({ title, words }: { readonly title: string; readonly words: readonly string[] }) {
  return (
    <Part title={title}>
      <ul className={styles.chips}>
        {words.map((word) => (
          <li key={word} className={styles.word}>
            {word}
          </li>
        ))}
      </ul>
    </Part>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className={styles.part}>
      <h2 className={styles.title}>{title}</h2>
      {children}
    </div>
  )
}
