import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { PublishedChannel } from '../../library/updates/publishing/publishing-view.ts'
import styles from './fingerprint-sheet.module.css'
import { FingerprintWords } from './fingerprint-words.tsx'

/** The fingerprint for paper, with room for the holders' signatures; nothing secret is on it. */
export function FingerprintSheet({ channel }: { readonly channel: PublishedChannel }) {
  const { t, i18n } = useTranslation('publishing')
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long' }).format(new Date())
  const holders = channel.keys.filter(({ role }) => role === 'root')
  return createPortal(
    <article className={styles.paper} data-print="">
      <h1 className={styles.title}>{t('words.sheetTitle')}</h1>
      <p className={styles.channel}>{channel.title}</p>
      <p className={styles.line}>
        {channel.publisher} · {channel.id}
      </p>
      <p className={styles.lead}>{t('words.sheetLead')}</p>
      <div className={styles.words}>
        <FingerprintWords words={channel.fingerprint.words} />
      </div>
      <p className={styles.hex}>
        {t('words.hex')} {channel.fingerprint.hex}
      </p>
      <h2 className={styles.holdersTitle}>{t('words.holders')}</h2>
      <ul className={styles.holders}>
        {holders.map(({ name, holder }) => (
          <li key={name}>
            {holder}　{t('words.signature')}
          </li>
        ))}
      </ul>
      <p className={styles.line}>{t('words.printed', { date })}</p>
    </article>,
    document.body,
  )
}
