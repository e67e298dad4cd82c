import { useTranslation } from 'react-i18next'
import type { UnsignedLetter } from '../../library/feedback/report-letter.ts'
import styles from './export-dialog.module.css'

const fields = ['name', 'publicKey', 'createdAt', 'number', 'kind', 'text', 'writtenAt', 'itemId', 'signature'] as const

/** Every word of the file before it is written, and what each of its lines means. */
export function LetterPreview({ letter }: { readonly letter: UnsignedLetter }) {
  const { t } = useTranslation('feedback')
  return (
    <details>
      <summary>{t('export.bytes')}</summary>
      <div className={styles.preview}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keyboard */}
        <pre className={styles.bytes} tabIndex={0}>
          {JSON.stringify(letter, null, 2)}
        </pre>
        <dl className={styles.meanings}>
          {fields.map((field) => (
            <div key={field}>
              <dt>{field === 'itemId' ? 'itemId, title, anchor, revision, quote' : field}</dt>
              <dd>{t(`export.fields.${field}`)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </details>
  )
}
