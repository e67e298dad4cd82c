import { useInsertionEffect } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { ItemView } from '../../library/items/item-view.ts'
import { PassageText } from './passage-text.tsx'
import styles from './print-document.module.css'
import { useShownDate } from './shown-date.ts'

/** The whole text for paper: title, what it is and whether it is in force today, every passage, numbered pages. */
export function PrintDocument({ item }: { readonly item: ItemView }) {
  const { t } = useTranslation('reading')
  const { t: say } = useTranslation()
  const shown = useShownDate()
  const today = shown(localDay(new Date()))
  usePageMargins(item.title)

  const { issuedOn, effectiveFrom, repealedOn, passages } = item
  const facts = [
    item.issuer,
    item.documentNumber,
    issuedOn && t('dates.issued', { date: shown(issuedOn) }),
    effectiveFrom && t('dates.effective', { date: shown(effectiveFrom) }),
    repealedOn && t('dates.repealed', { date: shown(repealedOn) }),
  ].filter(Boolean)
  return createPortal(
    <article className={styles.paper} data-print="">
      <h1 className={styles.title}>{item.title}</h1>
      <p className={styles.facts}>{facts.join('　')}</p>
      <p className={styles.facts}>
        {t('print.validityOn', { date: today, validity: say(`validity.${item.validity}`) })}
      </p>
      <div className={styles.text}>
        {passages.map((passage) => (
          <div key={passage.anchor} className={styles.passage} data-type={passage.type}>
            <PassageText passage={passage} />
          </div>
        ))}
      </div>
      <p className={styles.end}>
        {t('print.printed', { date: today })} · {t('metadata.revision')} {item.revision.slice(0, 12)}
      </p>
    </article>,
    document.body,
  )
}

function localDay(now: Date): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** Page numbers and the title in the margins (CSS Paged Media 3, margin boxes); a constructed sheet needs no nonce. */
function usePageMargins(title: string): void {
  const { t } = useTranslation('reading')
  const [page, of, end] = [t('print.page'), t('print.of'), t('print.end')].map((text) => JSON.stringify(text))
  useInsertionEffect(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`@page {
      size: A4;
      margin: 25mm 24mm 22mm;
      @top-center { content: ${JSON.stringify(title)}; font-size: 9pt; color: #555; }
      @bottom-center { content: ${page} counter(page) ${of} counter(pages) ${end}; font-size: 9pt; color: #555; }
    }
    @page :first { @top-center { content: none; } }`)
    document.adoptedStyleSheets.push(sheet)
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
    }
  }, [title, page, of, end])
}
