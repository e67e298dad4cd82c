import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PublishedChannel, PublisherKey } from '../../../library/updates/publishing/publishing-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { NewPassphrase, type TypedPassphrase } from '../ceremony/new-passphrase.tsx'
import { FolderField } from '../folder-field.tsx'
import { PassphraseField } from '../passphrase-field.tsx'
import styles from '../publishing.module.css'
import { Secrets } from '../secrets.ts'
import { TextField } from '../text-field.tsx'
import { useFreshFocus } from '../use-fresh-focus.ts'
import type { KeyWork } from './change-key-dialog.tsx'
import { neededPassphrases, stillMissing } from './needed-passphrases.ts'
import { useChangeKey } from './use-change-key.ts'

interface ChangeKeyFormProps {
  readonly channel: PublishedChannel
  readonly work: KeyWork
  readonly onDone: () => void
  readonly onClose: () => void
}

/** Asks for the passphrases that it takes, and for that of the new key. */
export function ChangeKeyForm({ channel, work, onDone, onClose }: ChangeKeyFormProps) {
  const { t } = useTranslation('publishing')
  const { changed, how } = work
  const [secrets] = useState(() => new Secrets())
  const [holder, setHolder] = useState(changed.holder)
  const [places, setPlaces] = useState<readonly [string, string]>(['', ''])
  const [newPlace, setNewPlace] = useState('')
  const [attempt, setAttempt] = useState(0)
  const [missing, setMissing] = useState<string>()
  const typed = useRef<TypedPassphrase>(null)
  const change = useChangeKey(channel.id)
  useEffect(() => () => secrets.forget(), [secrets])
  const firstField = useFreshFocus(attempt)
  const needed = neededPassphrases(channel, changed, how)

  const submit = () => {
    if (change.isPending) return
    const lacking = stillMissing(needed, secrets.names)
    if (lacking) {
      setMissing(
        lacking.kind === 'roots'
          ? t('key.rootMissing', { n: needed.rootCount })
          : t('key.missing', { name: lacking.name }),
      )
      return
    }
    setMissing(undefined)
    const newPassphrase = typed.current?.take()
    if (newPassphrase === undefined) return
    const fresh = new Secrets()
    fresh.hold('new', newPassphrase)
    change.mutate(
      { work, secrets, fresh, holder: holder.trim(), places, newPlace },
      // Whatever the answer, what was typed has been sent and forgotten: the fields start afresh.
      { onSuccess: onDone, onError: () => setAttempt((before) => before + 1) },
    )
  }
  const field = (key: PublisherKey, optional: boolean) => (
    <PassphraseField
      key={`${key.name} ${attempt}`}
      ref={key === needed.roots[0] ? firstField : null}
      label={t('key.passphraseOf', { name: key.name, holder: key.holder })}
      hint={optional ? t('key.optional') : undefined}
      onType={(text) => secrets.hold(key.name, text)}
    />
  )
  return (
    <div className={styles.stack}>
      <p>{t(how === 'rotate' ? 'key.rotateWhat' : 'key.revokeWhat')}</p>
      {how === 'revoke' && changed.role === 'root' && <p>{t('key.revokeRoot')}</p>}
      <p>
        {how === 'revoke' && changed.role === 'root'
          ? t('key.rootNeededOther', { n: needed.rootCount })
          : t('key.rootNeeded', { n: needed.rootCount })}
      </p>
      {needed.roots.map((key) => field(key, needed.roots.length > needed.rootCount))}
      {needed.others.map((key) => (
        <div key={key.name} className={styles.field}>
          <p>{t('key.alsoNeeded', { role: t(`role.${key.role}`) })}</p>
          {field(key, false)}
        </div>
      ))}
      {[...needed.roots, ...needed.others].some(({ file }) => !file) && (
        <>
          <FolderField
            label={t('key.place')}
            value={places[0]}
            onChange={(place) => setPlaces([place, places[1]])}
            hint={t('key.placeHint')}
          />
          <FolderField
            label={t('key.otherPlace')}
            value={places[1]}
            onChange={(place) => setPlaces([places[0], place])}
          />
        </>
      )}
      {how === 'rotate' && <TextField label={t('key.newHolder')} value={holder} maxLength={100} onChange={setHolder} />}
      <NewPassphrase ref={typed} label={t('key.newPassphrase')} again={t('key.newAgain')} onEnter={submit} />
      <FolderField label={t('key.newPlace')} value={newPlace} onChange={setNewPlace} hint={t('key.newPlaceHint')} />
      <p role="alert" className={styles.problem}>
        {missing ?? ''}
      </p>
      {change.isError && <ErrorNotice error={change.error} />}
      <div className={styles.actions}>
        <Button onClick={onClose}>{t('key.cancel')}</Button>
        <Button type="primary" disabled={change.isPending || holder.trim() === ''} onClick={submit}>
          {t(how === 'rotate' ? 'key.rotate' : 'key.revoke')}
        </Button>
        <span role="status">{change.isPending ? t('key.working') : ''}</span>
      </div>
    </div>
  )
}
