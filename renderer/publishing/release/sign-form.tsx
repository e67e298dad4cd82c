import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PublishedChannel } from '../../../library/updates/publishing/publishing-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { ServiceError } from '../../service/service-error.ts'
import { FolderField } from '../folder-field.tsx'
import { joinPath } from '../join-path.ts'
import { PassphraseField } from '../passphrase-field.tsx'
import styles from '../publishing.module.css'
import { Secrets } from '../secrets.ts'
import { useFreshFocus } from '../use-fresh-focus.ts'
import { carriedFolder } from './carried-folder.ts'
import { CarryToo } from './carry-too.tsx'
import type { Stage } from './use-preview.ts'
import { passphrasesMissing, workingKeys } from './working-keys.ts'

/** What signing sends; it is made, sent and forgotten. */
export interface Signature {
  readonly passphrases: Record<string, string>
  /** Where else key files are looked for. */
  readonly keysDirectory?: string | undefined
  /** The archive to write too, as a file's path. */
  readonly archive?: string | undefined
  /** The folder to copy the repository to. */
  readonly to?: string | undefined
}

export interface SignFormProps {
  readonly channel: PublishedChannel
  readonly stage: Stage
  readonly version: number
  readonly lead: string
  readonly confirm: string
  /** Settles once the keys are unlocked and the release is under way. */
  readonly onSign: (signature: Signature) => Promise<void>
  readonly onClose: () => void
}

/** The passphrases of the two working keys, used once and forgotten as they are sent. */
export function SignForm({ channel, stage, version, lead, confirm, onSign, onClose }: SignFormProps) {
  const { t } = useTranslation('publishing')
  const [secrets] = useState(() => new Secrets())
  const [attempt, setAttempt] = useState(0)
  const [starting, setStarting] = useState(false)
  const [error, setError] = useState<unknown>()
  const [missing, setMissing] = useState<string>()
  const [place, setPlace] = useState('')
  const [archiveFolder, setArchiveFolder] = useState<string>()
  const [copyFolder, setCopyFolder] = useState<string>()
  useEffect(() => () => secrets.forget(), [secrets])
  const firstField = useFreshFocus(attempt)
  const keys = workingKeys(channel.keys)
  const away = keys.some(({ file }) => !file) || (error instanceof ServiceError && error.code === 'KEY_FILE_MISSING')
  const archiveName = `${channel.id}-v${version}.zip`

  const submit = async () => {
    if (starting) return
    const lacking = passphrasesMissing(channel.keys, secrets.names)[0]
    if (lacking) return setMissing(t('key.missing', { name: lacking }))
    if (archiveFolder?.trim() === '') return setMissing(t('release.archiveNeeded'))
    if (copyFolder?.trim() === '') return setMissing(t('release.copyNeeded'))
    setMissing(undefined)
    setError(undefined)
    setStarting(true)
    try {
      await onSign({
        passphrases: secrets.take(),
        keysDirectory: away ? place.trim() || undefined : undefined,
        archive: archiveFolder && joinPath(archiveFolder.trim(), archiveName),
        to: copyFolder && carriedFolder(copyFolder, channel.id, stage),
      })
      onClose()
    } catch (cause) {
      setError(cause)
      setStarting(false)
      // The passphrases were sent and are gone: the fields start afresh.
      setAttempt(attempt + 1)
    }
  }
  return (
    <div className={styles.stack}>
      <p>{lead}</p>
      <p className={styles.muted}>{t('release.signKeys')}</p>
      {keys.map((key, at) => (
        <PassphraseField
          key={`${key.name} ${attempt}`}
          ref={at === 0 ? firstField : null}
          label={t('key.passphraseOf', { name: `${t(`role.${key.role}`)} ${key.name}`, holder: key.holder })}
          onType={(text) => secrets.hold(key.name, text)}
          onEnter={() => void submit()}
        />
      ))}
      {away && <FolderField label={t('key.place')} value={place} onChange={setPlace} hint={t('key.placeHint')} />}
      <CarryToo
        label={t('release.copyToo')}
        folderLabel={t('release.copyFolder')}
        folder={copyFolder}
        hint={(folder) => t('release.copyInto', { folder: carriedFolder(folder, channel.id, stage) })}
        onFolder={setCopyFolder}
      />
      <CarryToo
        label={t('release.archive')}
        folderLabel={t('release.archiveFolder')}
        folder={archiveFolder}
        hint={() => t('release.archiveName', { file: archiveName })}
        onFolder={setArchiveFolder}
      />
      <p role="alert" className={styles.problem}>
        {missing ?? ''}
      </p>
      {error !== undefined && <ErrorNotice error={error} />}
      <div className={styles.actions}>
        <Button onClick={onClose}>{t('release.cancel')}</Button>
        <Button type="primary" disabled={starting} onClick={() => void submit()}>
          {confirm}
        </Button>
        <span role="status">{starting ? t('release.starting') : ''}</span>
      </div>
    </div>
  )
}
