import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PublishedChannel } from '../../library/updates/publishing/publishing-view.ts'
import { usePrint } from '../reading/use-print.ts'
import styles from './fingerprint-card.module.css'
import { FingerprintSheet } from './fingerprint-sheet.tsx'
import { FingerprintWords } from './fingerprint-words.tsx'
import shared from './publishing.module.css'

/** The twelve words that readers compare, and the sheet of paper they travel on. */
export function FingerprintCard({ channel }: { readonly channel: PublishedChannel }) {
  const { t } = useTranslation('publishing')
  const { printing, print } = usePrint()
  return (
    <section className={shared.sheet} aria-labelledby="words-title">
      <h2 id="words-title" className={shared.heading}>
        {t('words.title')}
      </h2>
      <p className={`${shared.text} ${shared.muted}`}>{t('words.lead')}</p>
      <FingerprintWords words={channel.fingerprint.words} />
      <p className={styles.hex}>
        {t('words.hex')} <code>{channel.fingerprint.hex}</code>
      </p>
      <Button onClick={() => void print()}>{t('words.print')}</Button>
      {printing && <FingerprintSheet channel={channel} />}
    </section>
  )
}
