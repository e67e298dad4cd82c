import { useTranslation } from 'react-i18next'
import styles from './section.module.css'
import { Section } from './section.tsx'
import { useAbout } from './use-about.ts'

const promises = ['noCounting', 'noTelemetry', 'stays', 'offline'] as const

export function AboutSection() {
  const { t } = useTranslation('settings')
  const about = useAbout()
  return (
    <Section title={t('about')}>
      <p>{t('aboutLead')}</p>
      <div className={styles.promises}>
        <h3 className={styles.promisesTitle}>{t('promiseTitle')}</h3>
        <ul>
          {promises.map((promise) => (
            <li key={promise}>{t(`promises.${promise}`)}</li>
          ))}
        </ul>
      </div>
      {about.data && (
        <>
          {about.data.indexing && <p>{t('indexing')}</p>}
          {about.data.readOnly && <p>{t('readOnly')}</p>}
          <dl className={styles.facts}>
            <dt>{t('version')}</dt>
            <dd>{about.data.version}</dd>
            <dt>{t('place')}</dt>
            <dd>{about.data.library}</dd>
            <dt>{t('passages')}</dt>
            <dd>{about.data.passages}</dd>
          </dl>
        </>
      )}
    </Section>
  )
}
