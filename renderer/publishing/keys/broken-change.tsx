import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PublishedChannel } from '../../../library/updates/publishing/publishing-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { keepFocus } from '../../design/keep-focus.ts'
import { ServiceError } from '../../service/service-error.ts'
import { FolderField } from '../folder-field.tsx'
import { PassphraseField } from '../passphrase-field.tsx'
import styles from '../publishing.module.css'
import { workingKeys } from '../release/working-keys.ts'
import { Secrets } from '../secrets.ts'
import { useFinishChange } from './use-finish-change.ts'

/** A change of keys that broke off: whether readers wait for it, and finishing it. */
export function BrokenChange({ channel }: { readonly channel: PublishedChannel }) {
  const { t } = useTranslation('publishing')
  const [secrets] = useState(() => new Secrets())
  const [attempt, setAttempt] = useState(0)
  const [place, setPlace] = useState('')
  const [missing, setMissing] = useState<string>()
  const finish = useFinishChange(channel.id)
  useEffect(() => () => secrets.forget(), [secrets])
  const readersWait = channel.brokenChange?.readersWait ?? false
  const keys = readersWait ? workingKeys(channel.keys) : []
  const { error } = finish
  const away = keys.some(({ file }) => !file) || (error instanceof ServiceError && error.code === 'KEY_FILE_MISSING')
  const submit = () => {
    if (finish.isPending) return
    const lacking = keys.find(({ name }) => !secrets.has(name))
    setMissing(lacking && t('key.missing', { name: lacking.name }))
    if (lacking) return
    finish.mutate(
      { secrets, keysDirectory: away ? place.trim() || undefined : undefined },
      {
        // This notice goes, and what had the focus with it.
        onSuccess: () => requestAnimationFrame(keepFocus),
        onError: () => setAttempt((before) => before + 1),
      },
    )
  }
  return (
    <section className={styles.sheet} aria-labelledby="broken-change">
      <h2 id="broken-change" className={styles.heading}>
        {t('broken.title')}
      </h2>
      <p>{t(readersWait ? 'broken.readersWait' : 'broken.noHarm')}</p>
      {keys.map((key) => (
        <PassphraseField
          key={`${key.name} ${attempt}`}
          label={t('key.passphraseOf', { name: `${t(`role.${key.role}`)} ${key.name}`, holder: key.holder })}
          onType={(text) => secrets.hold(key.name, text)}
          onEnter={submit}
        />
      ))}
      {away && <FolderField label={t('key.place')} value={place} onChange={setPlace} hint={t('key.placeHint')} />}
      <p role="alert" className={styles.problem}>
        {missing ?? ''}
      </p>
      {error && <ErrorNotice error={error} />}
      <div className={styles.actions}>
        <Button type="primary" disabled={finish.isPending} onClick={submit}>
          {t('broken.finish')}
        </Button>
        <span role="status">{finish.isPending ? t('broken.working') : ''}</span>
      </div>
    </section>
  )
}
