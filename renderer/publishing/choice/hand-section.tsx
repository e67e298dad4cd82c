import { useTranslation } from 'react-i18next'
import type { ChannelChoice } from '../../../library/updates/publishing/publishing-view.ts'
import { keepFocus } from '../../design/keep-focus.ts'
import styles from '../publishing.module.css'
import type { ChoiceStep } from './change-choice.ts'
import { ItemFinder } from './item-finder.tsx'
import { ItemIds } from './item-ids.tsx'

interface HandSectionProps {
  readonly choice: ChannelChoice
  readonly onStep: (step: ChoiceStep) => void
}

/** Items that were added one by one. */
export function HandSection({ choice, onStep }: HandSectionProps) {
  const { t } = useTranslation('publishing')
  return (
    <section className={styles.sheet} aria-labelledby="hand-title">
      <h2 id="hand-title" className={styles.heading}>
        {t('choice.hand')}
      </h2>
      {choice.items.length === 0 && <p>{t('choice.noHand')}</p>}
      <ItemIds
        ids={choice.items}
        action={t('choice.remove')}
        actionOf={(title) => t('choice.removeOf', { title })}
        onAction={(itemId) => onStep({ do: 'remove', itemId })}
      />
      <ItemFinder
        label={t('choice.finder')}
        action={t('choice.add')}
        actionOf={(title) => t('choice.addOf', { title })}
        settled={(itemId) => (choice.items.includes(itemId) ? t('choice.added') : undefined)}
        onPick={({ itemId }) => {
          onStep({ do: 'add', itemId })
          requestAnimationFrame(keepFocus)
        }}
      />
    </section>
  )
}
