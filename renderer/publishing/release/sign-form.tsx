import { Button, Checkbox } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PublishedChannel } from '../../../library/updates/publishing/publishing-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { FolderField } from '../folder-field.tsx'
import { joinPath } from '../join-path.ts'
import { PassphraseField } from '../passphrase-field.tsx'
import styles from '../publishing.module.css'
import { Secrets } from '../secrets.ts'
import { passphrasesMissing, workingKeys } from './working-keys.ts'

/** What is asked for when signing. */
export interface Signature {
  readonly passphrases: Record<string, string>
  /** The archive to write too, as a file's path. */
  readonly archive?: string | undefined
}

export interface SignFormProps {
  readonly channel: PublishedChannel
  readonly version: number
  readonly lead: string
  readonly confirm: string
  /** Whether an archive can be asked for in the same step. */
  readonly withArchive: boolean
  /** Settles once the keys are unlocked and the release is under way. */
  readonly onSign: (signature: Signature) => Promise<void>
  readonly onClose: () => void
}

/** The passphrases of the two working keys, used once and forgotten as they are sent. */
export function SignForm({ channel, version, lead, confirm, withArchive, onSign, onClose }: SignFormProps) {
  const { t } = useTranslation('publishing')
  const [secrets] = useState(() => new Secrets())
  const [attempt, setAttempt] = useState(0)
  const [phase, setPhase] = useState<'asking' | 'starting'>('asking')
  const [error, setError] = useState<unknown>()
  const [missing, setMissing] = useState<string>()
  const [archived, setArchived] = useState(false)
  const [folder, setFolder] = useState('')
  useEffect(() => () => secrets.forget(), [secrets])
  const file = `${channel.id}-v${version}.zip`
  const archive = archived && folder.trim() !== '' ? joinPath(folder.trim(), file) : undefined

  const submit = async () => {
    if (phase === 'starting') return
    const lacking = passphrasesMissing(channel.keys, secrets.names)[0]
    if (lacking) return setMissing(t('key.missing', { name: lacking }))
    if (archived && !archive) return setMissing(t('release.archiveNeeded'))
    setMissing(undefined)
    setError(undefined)
    setPhase('starting')
    try {
      await onSign({ passphrases: secrets.take(), archive })
      onClose()
    } catch (cause) {
      setError(cause)
      setPhase('asking')
      setAttempt(attempt + 1)
    }
  }
  return (
    <div className={styles.stack}>
      <p>{lead}</p>
      <p className={styles.muted}>{t('release.signKeys')}</p>
      {workingKeys(channel.keys).map((key) => (
        <PassphraseField
          key={`${key.name} ${attempt}`}
          label={t('key.passphraseOf', { name: `${t(`role.${key.role}`)} ${key.name}`, holder: key.holder })}
          onType={(text) => secrets.hold(key.name, text)}
          onEnter={() => void submit()}
        />
      ))}
      {withArchive && (
        <>
          <Checkbox checked={archived} onChange={(event) => setArchived(event.target.checked)}>
            {t('release.archive')}
          </Checkbox>
          {archived && (
            <FolderField
              label={t('release.archiveFolder')}
              value={folder}
              onChange={setFolder}
              hint={t('release.archiveName', { file })}
            />
          )}
        </>
      )}
      <p role="alert" className={styles.problem}>
        {missing ?? ''}
      </p>
      {error !== undefined && <ErrorNotice error={error} />}
      <div className={styles.actions}>
        <Button onClick={onClose}>{t('release.cancel')}</Button>
        <Button type="primary" disabled={phase === 'starting'} onClick={() => void submit()}>
          {confirm}
        </Button>
        <span role="status">{phase === 'starting' ? t('release.starting') : ''}</span>
      </div>
    </div>
  )
}
