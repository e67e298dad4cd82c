import { useTranslation } from 'react-i18next'
import type { DrillRecord } from '../../../library/meetings/drills/drill.schema.ts'
import styles from './drill-script.module.css'
import { CitedList, Words } from './script-words.tsx'
import { TurnScript } from './turn-script.tsx'

/** A drill that came with the library, to be read like a script. */
export function DrillScript({ id, record }: { readonly id: string; readonly record: DrillRecord }) {
  const { t } = useTranslation('drills')
  const { roles, turns } = record
  return (
    <article className={styles.script}>
      {record.summary && <p className={styles.summary}>{record.summary}</p>}
      <section data-group="">
        <h2>{t('form.setting')}</h2>
        <Words text={record.setting} />
      </section>
      {roles.length > 0 && (
        <section data-group="">
          <h2>{t('form.roles')}</h2>
          <dl className={styles.roles}>
            {roles.map(({ id: roleId, name, about, secret }, at) => (
              <div key={roleId} data-entry={`roles/${at}`} tabIndex={-1}>
                <dt>{name}</dt>
                <dd>
                  <Words text={about ?? ''} />
                  {secret && (
                    <details>
                      <summary>{t('form.roleSecret')}</summary>
                      <Words text={secret} />
                    </details>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {turns.map((turn, at) => (
        <TurnScript key={turn.id} id={id} turn={turn} at={at} record={record} />
      ))}
      {record.happened && (
        <section data-group="">
          <h2>{t('form.happened')}</h2>
          <Words text={record.happened} />
        </section>
      )}
      {record.debrief.length > 0 && (
        <section data-group="">
          <h2>{t('form.debrief')}</h2>
          <ul className={styles.questions}>
            {record.debrief.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </section>
      )}
      {record.cites.length > 0 && (
        <section data-group="">
          <h2>{t('form.cites')}</h2>
          <CitedList cites={record.cites} />
        </section>
      )}
    </article>
  )
}
