import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { saveFile } from '../../feedback/save-file.ts'
import { useUndoNotice } from '../use-undo-notice.tsx'
import styles from './mine-page.module.css'
import { formsArchive } from './use-forms.ts'

interface SelectedBarProps {
  readonly selected: ReadonlySet<string>
  readonly onClear: () => void
}

/** What can be done with the documents that are selected, in sight while one scrolls. */
export function SelectedBar({ selected, onClear }: SelectedBarProps) {
  const { t } = useTranslation('office')
  const notice = useUndoNotice()
  const [saving, setSaving] = useState(false)
  if (selected.size === 0) return null
  const save = () => {
    setSaving(true)
    formsArchive([...selected])
      .then(
        (zip) => saveFile(zip, t('mine.zipFile', { title: t('mine.zipOf', { n: selected.size }) })),
        (error: unknown) => notice.failed(t('mine.notSaved'), error),
      )
      .finally(() => setSaving(false))
  }
  return (
    <div className={styles.selected}>
      <span role="status">{t('mine.selected', { n: selected.size })}</span>
      <Button type="primary" loading={saving} onClick={save}>
        {t('mine.saveSelected')}
      </Button>
      <Button onClick={onClear}>{t('mine.clear')}</Button>
    </div>
  )
}
