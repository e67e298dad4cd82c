import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ChannelView } from '../../library/updates/update-view.ts'
import { ErrorNotice } from '../design/error-notice.tsx'
import desk from '../publishing/publishing.module.css'
import styles from './updates.module.css'
import { useChannelTopics } from './use-channel-topics.ts'

/** The topics that a reader wants of a channel; all of them unless some are chosen. */
export function ChannelTopics({ channel, disabled }: { readonly channel: ChannelView; readonly disabled: boolean }) {
  const { t } = useTranslation('updates')
  const change = useChannelTopics(channel.id)
  const chosen = channel.topics
  const toggle = (topic: string, wanted: boolean) => {
    const before = chosen ?? []
    change.mutate(wanted ? [...before, topic] : before.filter((one) => one !== topic))
  }
  return (
    <fieldset className={styles.topics}>
      <legend className={desk.subheading}>{t('channels.topics')}</legend>
      <Checkbox
        checked={chosen === undefined}
        disabled={disabled}
        onChange={(event) => change.mutate(event.target.checked ? null : [...channel.topicsOffered])}
      >
        {t('channels.allTopics')}
      </Checkbox>
      {chosen !== undefined &&
        [...new Set([...channel.topicsOffered, ...chosen])].map((topic) => (
          <Checkbox
            key={topic}
            checked={chosen.includes(topic)}
            disabled={disabled}
            onChange={(event) => toggle(topic, event.target.checked)}
          >
            {topic}
          </Checkbox>
        ))}
      <p className={desk.hint}>{t('channels.topicsHint')}</p>
      {change.isError && <ErrorNotice error={change.error} />}
    </fieldset>
  )
}
