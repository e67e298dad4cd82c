import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../design/dialog.tsx'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { saveFile } from '../../feedback/save-file.ts'
import { printBlob } from '../../templates/preview/print-blob.ts'
import { fetchMade, filePath } from './made-file.ts'
import styles from './paper-button.module.css'

/** The papers of drills and guides, with the formats each can be had in. */
const papers = {
  roles: ['docx', 'pdf'],
  drill: ['docx', 'pdf'],
  guide: ['docx', 'pdf'],
  slides: ['pptx', 'pdf'],
} as const

type PaperName = keyof typeof papers
type PaperFormat = (typeof papers)[PaperName][number]

interface PaperButtonProps {
  readonly id: string
  readonly title: string
  readonly whats: readonly PaperName[]
  /** Saves what is not saved yet; false where that did not succeed. */
  readonly before: () => Promise<boolean>
}

/** What can be printed of a material, or saved as a document. */
export function PaperButton(props: PaperButtonProps) {
  const { t } = useTranslation('materials')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('paper.button')}</Button>
      <Dialog open={open} title={t('paper.open')} onClose={() => setOpen(false)}>
        <ul className={styles.papers}>
          {props.whats.map((what) => (
            <Paper key={what} {...props} what={what} />
          ))}
        </ul>
      </Dialog>
    </>
  )
}

function Paper({ id, title, what, before }: PaperButtonProps & { readonly what: PaperName }) {
  const { t } = useTranslation('materials')
  const name = t(`paper.${what}`)
  const get = async (format: PaperFormat) => ((await before()) ? fetchMade(id, filePath(what, format)) : undefined)
  const save = useMutation({
    mutationFn: async (format: PaperFormat) => {
      const file = await get(format)
      if (file) saveFile(file.content, file.name)
      return file !== undefined
    },
  })
  const print = useMutation({
    mutationFn: async () => {
      const file = await get('docx')
      if (file) await printBlob(file.content, `${title}-${name}`)
    },
  })
  const error = save.error ?? print.error
  return (
    <li className={styles.paper}>
      <h3>{name}</h3>
      <p className={styles.muted}>{t(`paper.${what}What`)}</p>
      <div className={styles.ways}>
        {papers[what].map((format) => (
          <Button
            key={format}
            loading={save.isPending && save.variables === format}
            aria-label={t('paper.saveOf', { what: name, format: t(`paper.${format}`) })}
            onClick={() => save.mutate(format)}
          >
            {t(`paper.${format}`)}
          </Button>
        ))}
        {what !== 'slides' && (
          <Button
            loading={print.isPending}
            aria-label={t('paper.printOf', { what: name })}
            onClick={() => print.mutate()}
          >
            {t('paper.print')}
          </Button>
        )}
        <span role="status" className={styles.muted}>
          {save.data === true && !save.isPending && t('paper.saved')}
        </span>
      </div>
      {error !== null && <ErrorNotice error={error} />}
    </li>
  )
}
