import { Button } from 'antd'
import { type DragEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/icon.tsx'
import { readDropped } from '../../importing/read-dropped.ts'
import { type ChosenFile, selectionFromFiles } from '../../importing/selection.ts'
import dropStyles from '../../office/sheets/file-drop.module.css'
import { STORY_FILES } from './story-files.ts'

interface DropStoriesProps {
  readonly busy: boolean
  readonly onFiles: (files: readonly ChosenFile[]) => void
}

/** Where files and whole folders are dropped or chosen; pictures belong to the text they lie beside. */
export function DropStories({ busy, onFiles }: DropStoriesProps) {
  const { t } = useTranslation('storyTelling')
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const take = (input: HTMLInputElement) => {
    const chosen = selectionFromFiles(input.files ?? [])
    if (chosen.kind === 'files') onFiles(chosen.files)
    input.value = ''
  }
  const onDrop = async (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (busy) return
    // Never as paths: what is read is what was handed over, in the desktop shell as in a browser.
    const dropped = await readDropped(event.dataTransfer)
    if (dropped.kind === 'files') onFiles(dropped.files)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the pointer's way; the buttons are everybody's
    <div
      className={dropStyles.drop}
      data-takes-files=""
      data-over={over ? '' : undefined}
      onDragOver={(event) => {
        event.preventDefault()
        event.dataTransfer.dropEffect = busy ? 'none' : 'copy'
        setOver(!busy)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => void onDrop(event)}
    >
      <span className={dropStyles.icon}>
        <Icon name="import" size="2.5rem" />
      </span>
      <h2 className={dropStyles.title}>{t('import.drop')}</h2>
      <div className={dropStyles.actions}>
        <Button type="primary" disabled={busy} onClick={() => files.current?.click()}>
          {t('import.files')}
        </Button>
        <Button disabled={busy} onClick={() => folder.current?.click()}>
          {t('import.folder')}
        </Button>
      </div>
      <p className={dropStyles.hint}>{t('import.hint')}</p>
      <input
        ref={files}
        type="file"
        accept={STORY_FILES}
        multiple
        hidden
        onChange={(event) => take(event.currentTarget)}
      />
      <input
        ref={folder}
        type="file"
        hidden
        onChange={(event) => take(event.currentTarget)}
        {...{ webkitdirectory: '' }}
      />
    </div>
  )
}
