import { useTranslation } from 'react-i18next'
import type { StoryRecord } from '../../../library/stories/story.schema.ts'
import styles from './slips-page.module.css'

const told = ['problem', 'done', 'failed', 'result', 'caution'] as const

/** A story as it was sent to be looked at, with what a reviewer has to know: people as they will be called, sources. */
export function ReadRecord({ record }: { readonly record: StoryRecord }) {
  const { t } = useTranslation('storyForm')
  const cost = Object.values(record.cost).filter(Boolean).join('；')
  return (
    <article className={styles.read}>
      <h3>{record.title}</h3>
      {record.summary && <p>{record.summary}</p>}
      {told.map((field) =>
        record[field] === '' ? null : (
          <section key={field}>
            <h4>{t(`told.${field}`)}</h4>
            <p className={styles.told}>{record[field]}</p>
          </section>
        ),
      )}
      {cost !== '' && (
        <section>
          <h4>{t('sectionOf.cost')}</h4>
          <p>{cost}</p>
        </section>
      )}
      {record.evidence.how !== '' && (
        <section>
          <h4>{t('evidence.how')}</h4>
          <p className={styles.told}>{record.evidence.how}</p>
        </section>
      )}
      {record.people.length > 0 && (
        <section>
          <h4>{t('section.people')}</h4>
          <ul>
            {record.people.map(({ id, name, alias, part }) => (
              <li key={id}>
                {name}
                {alias && `（${alias}）`} · {t(`person.parts.${part}`)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {record.sources.length > 0 && (
        <section>
          <h4>{t('section.sources')}</h4>
          <ul>
            {record.sources.map(({ id, title, verified }) => (
              <li key={id}>
                {title} · {verified ? `${t('source.verifiedBy')} ${verified.by}` : t('source.notVerified')}
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  )
}
