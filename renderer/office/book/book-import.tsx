import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { BookImport } from '../../../library/templates/known/known-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { LoadingNotice } from '../../design/loading-notice.tsx'
import { useArrivalFocus } from '../../design/use-arrival-focus.ts'
import { ColumnMatches } from '../sheets/column-matches.tsx'
import { FileDrop } from '../sheets/file-drop.tsx'
import { SheetChoice } from '../sheets/sheet-choice.tsx'
import { importedMeanings } from './book-fields.ts'
import styles from './book-page.module.css'
import { saveExampleBook } from './example-book.ts'
import { useBookImport } from './use-book-import.ts'

interface BookImportDeskProps {
  /** What was dropped already. */
  readonly files: readonly File[]
  readonly onEnd: () => void
}

/** From a spreadsheet into the book: which sheet, which column is what, what would change, done. */
export function BookImportDesk({ files, onEnd }: BookImportDeskProps) {
  const { t } = useTranslation('office')
  const desk = useBookImport()
  const began = useRef(false)
  useEffect(() => {
    const [first] = files
    if (first && !began.current) desk.receive(first)
    began.current = true
  }, [files, desk.receive])
  const { received, sheet, matches, preview, done } = desk
  if (desk.isReceiving) return <LoadingNotice />
  if (done) return <Done outcome={done} onEnd={onEnd} onMore={desk.clear} />
  if (!received || !sheet) {
    return (
      <div className={styles.stack}>
        {desk.error !== null && <ErrorNotice error={desk.error} />}
        <FileDrop
          title={t('book.drop')}
          hint={t('book.dropHint')}
          choose={t('sheet.choose')}
          icon="import"
          accept=".xlsx,.csv"
          busy={desk.isReceiving}
          onFiles={([file]) => file && desk.receive(file)}
        >
          <Button onClick={() => void saveExampleBook(t('book.exampleFile'))}>{t('book.example')}</Button>
          <Button onClick={onEnd}>{t('book.backToBook')}</Button>
        </FileDrop>
      </div>
    )
  }
  return (
    <div className={styles.stack}>
      <SheetChoice received={received} sheet={sheet} onChange={desk.chooseSheet} onOther={desk.clear} />
      {matches && (
        <section className={styles.wide}>
          <h2 className={styles.heading}>{t('book.matchTitle')}</h2>
          <p className={styles.muted}>{t('book.matchHint')}</p>
          <ColumnMatches
            sheet={sheet}
            matches={matches}
            choices={importedMeanings.map((value) => ({ value, label: t(`meaning.${value}`) }))}
            unused={t('book.asNote')}
            onChange={desk.rematch}
          />
        </section>
      )}
      {desk.error !== null && <ErrorNotice error={desk.error} />}
      {preview && <Preview outcome={preview} />}
      <div className={styles.actions}>
        <Button
          type="primary"
          disabled={!preview || preview.added + preview.changed === 0 || desk.isCommitting}
          loading={desk.isCommitting}
          onClick={desk.commit}
        >
          {preview ? t('book.commit', { n: preview.added + preview.changed }) : t('book.looking')}
        </Button>
        <Button onClick={onEnd}>{t('book.backToBook')}</Button>
        <span className={styles.hint} role="status">
          {desk.isCommitting ? t('book.committing', { n: sheet.rows }) : ''}
        </span>
      </div>
    </div>
  )
}

const counted = ['added', 'changed', 'unchanged'] as const

function Counts({ outcome }: { readonly outcome: BookImport }) {
  const { t } = useTranslation('office')
  const counts = [
    ...counted.map((name) => [name, outcome[name]] as const),
    ['refused', outcome.refused.length] as const,
  ]
  return (
    <dl className={styles.counts}>
      {counts.map(([name, n]) => (
        <div key={name} data-zero={n === 0 ? '' : undefined}>
          <dt>{t(`book.counts.${name}`)}</dt>
          <dd>{n}</dd>
        </div>
      ))}
    </dl>
  )
}

function Preview({ outcome }: { readonly outcome: BookImport }) {
  const { t } = useTranslation('office')
  return (
    <section className={styles.wide} aria-label={t('book.previewTitle')}>
      <h2 className={styles.heading}>{t('book.previewTitle')}</h2>
      <Counts outcome={outcome} />
      {outcome.sample.length > 0 && (
        <table className={styles.table}>
          <caption className="visually-hidden">{t('book.sample')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('meaning.person.name')}</th>
              <th scope="col">{t('book.kind')}</th>
              <th scope="col">{t('meaning.person.residentId')}</th>
              <th scope="col">{t('meaning.village.name')}</th>
              <th scope="col">{t('meaning.village.group')}</th>
              <th scope="col">{t('meaning.person.phone')}</th>
            </tr>
          </thead>
          <tbody>
            {outcome.sample.slice(0, 8).map((entry) => (
              <tr key={entry.id}>
                <td>{entry.name}</td>
                <td>{t(`book.kinds.${entry.kind}`)}</td>
                <td>{entry.values['person.residentId']}</td>
                <td>{entry.values['village.name']}</td>
                <td>{entry.values['village.group']}</td>
                <td>{entry.values['person.phone']}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Refused outcome={outcome} />
    </section>
  )
}

const REFUSED_SHOWN = 50

function Refused({ outcome: { refused } }: { readonly outcome: BookImport }) {
  const { t } = useTranslation('office')
  if (refused.length === 0) return null
  return (
    <table className={styles.table}>
      <caption>{t('book.refused')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('book.row')}</th>
          <th scope="col">{t('book.reason')}</th>
        </tr>
      </thead>
      <tbody>
        {refused.slice(0, REFUSED_SHOWN).map(({ row, reason }) => (
          <tr key={row}>
            <td>{row}</td>
            <td>{reason}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface DoneProps {
  readonly outcome: BookImport
  readonly onEnd: () => void
  readonly onMore: () => void
}

function Done({ outcome, onEnd, onMore }: DoneProps) {
  const { t } = useTranslation('office')
  const heading = useArrivalFocus<HTMLHeadingElement>()
  return (
    <div className={styles.stack} role="status">
      <h2 ref={heading} tabIndex={-1} className={styles.heading}>
        {t('book.imported')}
      </h2>
      <Counts outcome={outcome} />
      <Refused outcome={outcome} />
      <div className={styles.actions}>
        <Button type="primary" onClick={onEnd}>
          {t('book.backToBook')}
        </Button>
        <Button onClick={onMore}>{t('book.importMore')}</Button>
      </div>
    </div>
  )
}
