import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ItemSummary } from '../../../library/items/item-view.ts'
import type { PublishedChannel } from '../../../library/updates/publishing/publishing-view.ts'
import { Dialog } from '../../design/dialog.tsx'
import { ErrorNotice } from '../../design/error-notice.tsx'
import styles from '../publishing.module.css'
import { useChangeChannel } from '../use-published-channels.ts'
import { ItemFinder } from './item-finder.tsx'

/** What the dialog needs to know of an item; the library may no longer have it. */
type PickedItem = Pick<ItemSummary, 'itemId' | 'title'>

interface WithdrawDialogProps {
  readonly channel: PublishedChannel
  readonly open: boolean
  /** What is to be withdrawn, where that is known already. */
  readonly item?: PickedItem | undefined
  readonly onDone: () => void
  readonly onClose: () => void
}

/** Asks which item is withdrawn, why, and what to use instead. */
export function WithdrawDialog({ channel, open, item, onDone, onClose }: WithdrawDialogProps) {
  const { t } = useTranslation('publishing')
  return (
    <Dialog open={open} title={t('withdraw.start')} onClose={onClose}>
      <WithdrawForm channel={channel} item={item} onDone={onDone} onClose={onClose} />
    </Dialog>
  )
}

function WithdrawForm({ channel, item: given, onDone, onClose }: Omit<WithdrawDialogProps, 'open'>) {
  const { t } = useTranslation('publishing')
  const reasonId = useId()
  const withdraw = useChangeChannel(channel.id)
  const [item, setItem] = useState<PickedItem | undefined>(given)
  const [replacement, setReplacement] = useState<PickedItem>()
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState<'itemNeeded' | 'reasonNeeded'>()
  const submit = () => {
    if (!item) return setMissing('itemNeeded')
    if (reason.trim() === '') return setMissing('reasonNeeded')
    setMissing(undefined)
    const body = { itemId: item.itemId, reason: reason.trim(), replacedBy: replacement?.itemId }
    withdraw.mutate({ method: 'POST', path: 'withdraw', body }, { onSuccess: onDone })
  }
  return (
    <div className={styles.stack}>
      <PickOne label={t('withdraw.what')} picked={item} onPick={setItem} />
      <div className={styles.field}>
        <label htmlFor={reasonId}>{t('withdraw.reason')}</label>
        <Input.TextArea
          id={reasonId}
          value={reason}
          rows={3}
          maxLength={2000}
          placeholder={t('withdraw.reasonExample')}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      <PickOne label={t('withdraw.replacedBy')} picked={replacement} onPick={setReplacement} />
      <p role="alert" className={styles.problem}>
        {missing ? t(`withdraw.${missing}`) : ''}
      </p>
      {withdraw.isError && <ErrorNotice error={withdraw.error} />}
      <div className={styles.actions}>
        <Button onClick={onClose}>{t('withdraw.cancel')}</Button>
        <Button type="primary" disabled={withdraw.isPending} onClick={submit}>
          {t('withdraw.confirm')}
        </Button>
      </div>
    </div>
  )
}

interface PickOneProps {
  readonly label: string
  readonly picked: PickedItem | undefined
  readonly onPick: (item: PickedItem | undefined) => void
}

function PickOne({ label, picked, onPick }: PickOneProps) {
  const { t } = useTranslation('publishing')
  return (
    <div className={styles.pick}>
      {picked ? (
        <span className={styles.actions}>
          <span>{label}</span>
          <strong>{t('withdraw.picked', { title: picked.title })}</strong>
          <Button size="small" autoFocus onClick={() => onPick(undefined)}>
            {t('withdraw.pickAnother')}
          </Button>
        </span>
      ) : (
        <ItemFinder
          label={label}
          action={t('withdraw.pick')}
          actionOf={(title) => t('withdraw.pickOf', { title })}
          onPick={onPick}
        />
      )}
    </div>
  )
}
