import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { FeedCriteria } from '../../../library/feeds/feed.schema.ts'
import styles from './definition.module.css'
import type { DefinitionFieldsProps } from './definition-part.tsx'

const names = [
  'theme',
  'post',
  'place',
  'audience',
  'freshness',
  'evidence',
] as const satisfies readonly (keyof FeedCriteria['weights'])[]
const steps = [
  { weight: 0, name: 'not' },
  { weight: 1, name: 'little' },
  { weight: 2, name: 'much' },
  { weight: 3, name: 'very' },
] as const

/** How much each criterion counts, in words: 不看, 看一点, 看重, 很看重. */
export function WeightFields({ definition, onChange }: DefinitionFieldsProps) {
  const { t } = useTranslation('feeds')
  const group = useId()
  const { criteria } = definition
  return (
    <section className={styles.section} aria-labelledby="weights-title">
      <h2 id="weights-title" className={styles.heading}>
        {t('weights.heading')}
      </h2>
      <p className={styles.hint}>{t('weights.lead')}</p>
      <div className={styles.weights}>
        {names.map((name) => (
          <fieldset key={name} className={styles.weight}>
            <legend>{t(`weights.${name}`)}</legend>
            <div className={styles.steps}>
              {steps.map(({ weight, name: step }) => (
                <label key={step} className={styles.step}>
                  <input
                    type="radio"
                    name={`${group}-${name}`}
                    value={weight}
                    checked={criteria.weights[name] === weight}
                    onChange={() =>
                      onChange({ criteria: { ...criteria, weights: { ...criteria.weights, [name]: weight } } })
                    }
                  />
                  <span>{t(`weights.steps.${step}`)}</span>
                </label>
              ))}
            </div>
            <span className={styles.hint}>{t(`weights.${name}Hint`)}</span>
          </fieldset>
        ))}
      </div>
    </section>
  )
}
