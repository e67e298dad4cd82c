import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attachment } from '../../library/items/revision.schema.ts'
import { Dialog } from '../design/dialog.tsx'
import { Icon } from '../design/icon.tsx'
import { fetchBlob } from '../service/client.ts'
import styles from './attachment-list.module.css'
import { byteSize } from './byte-size.ts'

interface OpenPicture {
  readonly name: string
  readonly address: string
}

/** Pictures these types are safe to show as pictures; SVG is only saved. */
const SHOWN = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp', 'image/avif'])

/** The attachments: pictures to look at here, everything to save. */
export function AttachmentList({ attachments }: { readonly attachments: readonly Attachment[] }) {
  const { t, i18n } = useTranslation('reading')
  const [picture, setPicture] = useState<OpenPicture>()
  const [failure, setFailure] = useState('')
  useEffect(() => (picture ? () => URL.revokeObjectURL(picture.address) : undefined), [picture])

  const withBlob = async (attachment: Attachment, use: (blob: Blob) => void) => {
    try {
      setFailure('')
      use(await fetchBlob(attachment.sha256))
    } catch (error) {
      const what = error instanceof Error ? error.message : String(error)
      setFailure(t('metadata.attachmentFailed', { name: attachment.name, what }))
    }
  }
  const open = (attachment: Attachment) =>
    void withBlob(attachment, (blob) => {
      const address = URL.createObjectURL(new Blob([blob], { type: attachment.mediaType }))
      setPicture({ name: attachment.name, address })
    })
  const save = (attachment: Attachment) => void withBlob(attachment, (blob) => saveBlob(blob, attachment.name))

  return (
    <>
      <ul className={styles.list}>
        {attachments.map((attachment) => (
          <li key={attachment.sha256 + attachment.name} className={styles.entry}>
            <Icon name="file" />
            <span className={styles.name}>
              {attachment.name} <span className={styles.muted}>{byteSize(attachment.size, i18n.language)}</span>
            </span>
            {SHOWN.has(attachment.mediaType) && (
              <button
                type="button"
                className={styles.action}
                aria-label={`${t('metadata.open')} ${attachment.name}`}
                onClick={() => open(attachment)}
              >
                {t('metadata.open')}
              </button>
            )}
            <button
              type="button"
              className={styles.action}
              aria-label={`${t('metadata.save')} ${attachment.name}`}
              onClick={() => save(attachment)}
            >
              {t('metadata.save')}
            </button>
          </li>
        ))}
      </ul>
      <p role="status" className={styles.failure}>
        {failure}
      </p>
      <Dialog open={picture !== undefined} title={picture?.name ?? ''} onClose={() => setPicture(undefined)}>
        {picture && <img className={styles.picture} src={picture.address} alt={picture.name} />}
      </Dialog>
    </>
  )
}

function saveBlob(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
