import { AutoComplete, InputNumber } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MixDimension } from '../../../library/feeds/feed.schema.ts'
import type { StoryVocabulary } from '../../../library/stories/story-view.ts'
import { Icon } from '../../design/icon.tsx'
import styles from './definition.module.css'
import type { DefinitionFieldsProps } from './definition-part.tsx'
import { mixDimensions, sumsOf, withTarget } from './mix-sums.ts'

interface MixFieldsProps extends DefinitionFieldsProps {
  readonly words: StoryVocabulary | undefined
}

const wordsOf = { theme: 'themes', post: 'posts', place: 'places', group: 'groups' } as const

/** The mix the office wants, with what its shares add up to. What is not named may be anything. */
export function MixFields({ definition, onChange, words }: MixFieldsProps) {
  const { t } = useTranslation('feeds')
  return (
    <section className={styles.section} aria-labelledby="mix-title">
      <h2 id="mix-title" className={styles.heading}>
        {t('mix.heading')}
      </h2>
      <p className={styles.hint}>{t('mix.lead')}</p>
      <div className={styles.mixes}>
        {mixDimensions.map((dimension) => (
          <Mix
            key={dimension}
            dimension={dimension}
            definition={definition}
            onChange={onChange}
            words={words?.[wordsOf[dimension]] ?? []}
          />
        ))}
      </div>
    </section>
  )
}

interface MixProps extends DefinitionFieldsProps {
  readonly dimension: MixDimension
  readonly words: readonly string[]
}

function Mix({ dimension, definition, onChange, words }: MixProps) {
  const { t } = useTranslation('feeds')
  const [adding, setAdding] = useState('')
  const { mix } = definition
  const targets = mix.filter((target) => target.dimension === dimension)
  const sum = sumsOf(targets)[0]?.sum ?? 0
  const set = (value: string, share: number) => onChange({ mix: withTarget(mix, { dimension, value, share }) })
  const add = (value: string) => {
    const name = value.trim()
    setAdding('')
    if (name !== '' && !targets.some((target) => target.value === name)) set(name, Math.max(1, Math.min(20, 100 - sum)))
  }
  return (
    <div className={styles.mix}>
      <h3 className={styles.mixTitle}>{t(`dimension.${dimension}`)}</h3>
      {targets.map(({ value, share }) => (
        <div key={value} className={styles.mixRow}>
          <span className={styles.mixName}>{value}</span>
          <InputNumber
            aria-label={t('mix.shareOf', { value })}
            min={1}
            max={100}
            precision={0}
            suffix="%"
            className={styles.wide ?? ''}
            value={share}
            onChange={(next) => set(value, next ?? 1)}
          />
          <button
            type="button"
            className={styles.remove}
            aria-label={t('mix.remove', { value })}
            onClick={() => set(value, 0)}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
      <AutoComplete
        aria-label={t('mix.addTo', { dimension: t(`dimension.${dimension}`) })}
        value={adding}
        maxLength={60}
        placeholder={t('mix.add')}
        options={words
          .filter((word) => !targets.some(({ value }) => value === word))
          .map((value) => ({ value, label: value }))}
        showSearch={{ filterOption: (typed, option) => (option?.value ?? '').includes(typed.trim()) }}
        onChange={setAdding}
        onSelect={add}
        onBlur={() => add(adding)}
      />
      {targets.length > 0 && (
        <p className={`${styles.hint} ${styles.sum}`} data-over={sum > 100 ? '' : undefined}>
          {sum > 100 ? t('mix.over', { sum }) : t('mix.sum', { sum, rest: 100 - sum })}
        </p>
      )}
    </div>
  )
}
