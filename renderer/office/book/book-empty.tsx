import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { FileDrop } from '../sheets/file-drop.tsx'
import styles from './book-page.module.css'
import { saveExampleBook } from './example-book.ts'

interface BookEmptyProps {
  readonly onFiles: (files: readonly File[]) => void
  readonly onNew: () => void
}

/** Before there is anything in the book: what it is for, and the ways to begin. */
export function BookEmpty({ onFiles, onNew }: BookEmptyProps) {
  const { t } = useTranslation('office')
  return (
    <div className={styles.empty}>
      <p className={styles.teach}>{t('book.teach')}</p>
      <FileDrop
        title={t('book.drop')}
        hint={t('book.dropHint')}
        choose={t('sheet.choose')}
        icon="import"
        accept=".xlsx,.csv"
        busy={false}
        onFiles={onFiles}
      >
        <Button onClick={() => void saveExampleBook(t('book.exampleFile'))}>{t('book.example')}</Button>
        <Button onClick={onNew}>{t('book.addFirst')}</Button>
      </FileDrop>
      <p className={styles.muted}>{t('book.stays')}</p>
    </div>
  )
}
