import { Button } from 'antd'
import { type DragEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { Icon } from '../../design/icon.tsx'
import styles from './own-template.module.css'

const LARGEST = 20 * 1024 * 1024

interface FilePlaceProps {
  /** Rejects when the file cannot be a template; why is said here. */
  readonly onOpen: (file: File) => Promise<void>
  /** Says how placeholders are written. */
  readonly teach?: boolean
}

/** Where a .docx is dropped or chosen. */
export function FilePlace({ onOpen, teach }: FilePlaceProps) {
  const { t } = useTranslation('templates')
  const chooser = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<'tooLarge' | 'notDocx'>()
  const [error, setError] = useState<unknown>(null)
  const take = async (file: File | undefined) => {
    setError(null)
    setRefused(undefined)
    if (!file) return
    if (!/\.docx$/i.test(file.name)) return setRefused('notDocx')
    if (file.size > LARGEST) return setRefused('tooLarge')
    setBusy(true)
    try {
      await onOpen(file)
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void take(event.dataTransfer.files[0])
  }
  return (
    <div className={styles.place}>
      <section
        data-takes-files=""
        data-over={over ? '' : undefined}
        className={teach ? styles.drop : styles.dropSmall}
        aria-label={t('own.drop')}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        {teach && <Icon name="file" size="2rem" />}
        {teach && <p>{busy ? t('own.reading') : t('own.drop')}</p>}
        <Button type={teach ? 'primary' : 'default'} loading={busy} onClick={() => chooser.current?.click()}>
          {t(teach ? 'own.choose' : 'own.replace')}
        </Button>
        <input
          ref={chooser}
          hidden
          type="file"
          accept=".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
          onChange={(event) => {
            void take(event.target.files?.[0])
            event.target.value = ''
          }}
        />
      </section>
      {refused && (
        <p role="alert" className={styles.refused}>
          {t(`own.${refused}`)}
        </p>
      )}
      {error !== null && <ErrorNotice error={error} />}
      {teach && (
        <section className={styles.how}>
          <h2>{t('own.howTitle')}</h2>
          <ul>
            {(['value', 'date', 'table', 'condition'] as const).map((one) => (
              <li key={one}>{t(`own.how.${one}`)}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
