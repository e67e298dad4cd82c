import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ReceivedReport, Report } from '../../library/feedback/report-view.ts'
import { anchorText } from '../design/anchor-text.ts'
import styles from './feedback.module.css'

/** What a report is about, with the words it quotes; nothing for what is about no item. */
export function ReportFacts({ report }: { readonly report: Report | ReceivedReport }) {
  const { t } = useTranslation('feedback')
  const { itemId, title, anchor = '', quote } = report
  return (
    <>
      {itemId !== undefined && (
        <Link to="/item/$itemId" params={{ itemId }} hash={anchor} className={styles.about}>
          《{title}》{anchorText(anchor)}
        </Link>
      )}
      {quote !== undefined && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long quotation scrolls, also by keyboard
        <blockquote className={styles.quote} aria-label={t('write.quote')} tabIndex={0}>
          {quote}
        </blockquote>
      )}
    </>
  )
}
