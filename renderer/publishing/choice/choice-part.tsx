import { useTranslation } from 'react-i18next'
import type { PublishedChannel } from '../../../library/updates/publishing/publishing-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import styles from '../publishing.module.css'
import { HandSection } from './hand-section.tsx'
import { ItemIds } from './item-ids.tsx'
import { QuerySection } from './query-section.tsx'
import { useChoice } from './use-choice.ts'
import { WithdrawSection } from './withdraw-section.tsx'

/** What goes into the channel, and what is taken out of it. */
export function ChoicePart({ channel }: { readonly channel: PublishedChannel }) {
  const { t } = useTranslation('publishing')
  const { step, save } = useChoice(channel)
  const { choice } = channel
  return (
    <div className={styles.stack}>
      <p className={styles.text}>{t('choice.lead')}</p>
      <p role="status" className={styles.hint}>
        {save.isPending && t('choice.saving')}
        {save.isSuccess && t('choice.saved')}
      </p>
      {save.isError && <ErrorNotice error={save.error} />}
      <QuerySection choice={choice} onStep={step} />
      <HandSection choice={choice} onStep={step} />
      {choice.excluded.length > 0 && (
        <section className={styles.sheet} aria-labelledby="excluded-title">
          <h2 id="excluded-title" className={styles.heading}>
            {t('choice.excluded')}
          </h2>
          <ItemIds
            ids={choice.excluded}
            action={t('choice.include')}
            actionOf={(title) => t('choice.includeOf', { title })}
            onAction={(itemId) => step({ do: 'include', itemId })}
          />
        </section>
      )}
      <WithdrawSection channel={channel} />
    </div>
  )
}
