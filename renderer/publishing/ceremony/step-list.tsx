import { useTranslation } from 'react-i18next'
import { type CeremonyStep, ceremonySteps } from './ceremony-steps.ts'
import styles from './step-list.module.css'

/** Where in the ceremony the three people are. */
export function StepList({ at }: { readonly at: CeremonyStep }) {
  const { t } = useTranslation('publishing')
  const place = ceremonySteps.indexOf(at)
  return (
    <ol className={styles.steps} aria-label={t('ceremony.stepsLabel')}>
      {ceremonySteps.map((step, index) => (
        <li
          key={step}
          className={styles.step}
          data-state={index < place ? 'done' : index === place ? 'here' : 'later'}
          aria-current={index === place ? 'step' : undefined}
        >
          {t(`ceremony.step.${step}`)}
        </li>
      ))}
    </ol>
  )
}
