import { useTranslation } from 'react-i18next'
import type { StoryMedia, StoryRecord } from '../../../library/stories/story.schema.ts'
import { BlurredPicture } from '../pictures/blurred-picture.tsx'
import type { SlipContents } from './slip-contents.ts'
import styles from './slips-page.module.css'

const told = ['problem', 'done', 'failed', 'result', 'caution'] as const

interface ReadRecordProps {
  readonly record: StoryRecord
  readonly contents: SlipContents
}

/** A story as it was sent to be looked at, with what a reviewer has to know: people as they will be called, sources. */
export function ReadRecord({ record, contents }: ReadRecordProps) {
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
      {contents.pictures.length > 0 && (
        <ul className={styles.pictures}>
          {contents.pictures.map(({ mediaId, sha256, mediaType }) => (
            <li key={mediaId}>
              <BlurredPicture media={sentPicture(record, mediaId, sha256, mediaType)} />
            </li>
          ))}
        </ul>
      )}
      {contents.remarks.length > 0 && (
        <section>
          <h4>{t('remarks')}</h4>
          <ul>
            {contents.remarks.map((remark, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two remarks may say the same
              <li key={at}>
                {remark.quote && <q>{remark.quote}</q>} {remark.text}
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

/** A cleaned copy under the words of its original; its regions are blurred in the copy itself. */
function sentPicture(record: StoryRecord, mediaId: string, sha256: string, mediaType: string): StoryMedia {
  const original = record.media.find(({ id }) => id === mediaId)
  const { blurred: _, ...words } = original ?? { id: mediaId, name: mediaId, size: 0 }
  return { ...words, sha256, mediaType }
}
