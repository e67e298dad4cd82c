import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../design/icon.tsx'
import { useImportDesk } from './import-desk-context.tsx'
import { readDropped } from './read-dropped.ts'
import styles from './window-drop.module.css'

/** Files dropped anywhere on the window go to the import desk. */
export function WindowDrop() {
  const { t } = useTranslation('importing')
  const navigate = useNavigate()
  const desk = useImportDesk()
  const [over, setOver] = useState(false)
  useEffect(() => {
    const onDragOver = (event: DragEvent) => {
      if (!bringsFiles(event)) return
      if (isTakenElsewhere(event)) return setOver(false)
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = desk.isBusy ? 'none' : 'copy'
      setOver(!desk.isBusy)
    }
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const onDrop = (event: DragEvent) => {
      if (!bringsFiles(event) || !event.dataTransfer || isTakenElsewhere(event)) return
      event.preventDefault()
      setOver(false)
      void desk.choose(readDropped(event.dataTransfer, window.xinhuo?.pathsOf))
      void navigate({ to: '/import' })
    }
    addEventListener('dragover', onDragOver)
    addEventListener('dragleave', onDragLeave)
    addEventListener('drop', onDrop)
    return () => {
      removeEventListener('dragover', onDragOver)
      removeEventListener('dragleave', onDragLeave)
      removeEventListener('drop', onDrop)
    }
  }, [desk, navigate])
  if (!over) return null
  return (
    <div className={styles.cover} aria-hidden="true">
      <p className={styles.words}>
        <Icon name="import" size="2.5rem" />
        {t('dropNow')}
      </p>
    </div>
  )
}

function bringsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false
}

/** Over a place of its own for files, for example letters. */
function isTakenElsewhere(event: DragEvent): boolean {
  return event.target instanceof Element && event.target.closest('[data-takes-files]') !== null
}
