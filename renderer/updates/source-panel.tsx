import { Button, Input } from 'antd'
import { type ChangeEvent, type DragEvent, type FormEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import desk from '../publishing/publishing.module.css'
import styles from './updates.module.css'

interface SourcePanelProps {
  readonly from: string
  readonly onFrom: (from: string) => void
  readonly onCheck: (from: string) => void
  readonly onFile: (file: File) => void
  /** Something is running, or being received. */
  readonly busy: boolean
  readonly uploading: boolean
  /** An office's page, whose visitors sit at other machines: files only. */
  readonly filesOnly: boolean
}

/** Where an update is: a path, an address, or a .zip that is chosen or dropped. */
export function SourcePanel({ from, onFrom, onCheck, onFile, busy, uploading, filesOnly }: SourcePanelProps) {
  const { t } = useTranslation('updates')
  const id = useId()
  const file = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const { xinhuo } = window
  const take = (chosen: File | undefined) => {
    if (!chosen) return
    const path = xinhuo?.pathsOf([chosen])[0]
    if (path) {
      onFrom(path)
      onCheck(path)
    } else onFile(chosen)
  }
  const chooseFolder = async () => {
    const folder = await xinhuo?.chooseFolder()
    if (folder) {
      onFrom(folder)
      onCheck(folder)
    }
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (from.trim() !== '') onCheck(from.trim())
  }
  const onDragOver = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (!busy) take(event.dataTransfer.files[0])
  }
  const onChange = (event: ChangeEvent<HTMLInputElement>) => {
    take(event.target.files?.[0])
    event.target.value = ''
  }
  return (
    <section className={desk.sheet} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className={desk.heading}>
        {t('source.title')}
      </h2>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is the pointer's way; the button is everybody's */}
      <div
        className={styles.drop}
        data-takes-files
        data-over={over ? '' : undefined}
        onDragOver={onDragOver}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        {filesOnly ? (
          <p>{t('source.serve')}</p>
        ) : (
          <form onSubmit={onSubmit}>
            <label htmlFor={id}>{t('source.label')}</label>
            <div className={styles.place}>
              <Input
                id={id}
                value={from}
                maxLength={4000}
                autoComplete="off"
                spellCheck={false}
                aria-describedby={`${id}-hint`}
                onChange={(event) => onFrom(event.target.value)}
              />
              <Button type="primary" htmlType="submit" disabled={busy || from.trim() === ''}>
                {t('source.check')}
              </Button>
            </div>
            <p id={`${id}-hint`} className={desk.hint}>
              {t('source.hint')}
            </p>
          </form>
        )}
        <div className={desk.actions}>
          {xinhuo && (
            <Button disabled={busy} onClick={() => void chooseFolder()}>
              {t('source.folder')}
            </Button>
          )}
          <Button disabled={busy} onClick={() => file.current?.click()}>
            {t('source.zip')}
          </Button>
          <span className={desk.hint} role="status">
            {uploading ? t('source.uploading') : t('source.drop')}
          </span>
        </div>
        <input ref={file} type="file" accept=".zip,application/zip" hidden onChange={onChange} />
      </div>
    </section>
  )
}
