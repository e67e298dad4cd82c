import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TextConflict } from '../../library/updates/update-view.ts'
import { ConfirmDialog } from '../design/confirm-dialog.tsx'
import { ErrorNotice } from '../design/error-notice.tsx'
import desk from '../publishing/publishing.module.css'
import { request } from '../service/client.ts'
import { ConflictDialog } from './conflict-dialog.tsx'
import { useChannelChange, useConflicts } from './use-channels.ts'

interface Choice {
  readonly items: readonly string[]
  readonly choice: 'own' | 'channel'
}

async function choose({ items, choice }: Choice): Promise<void> {
  for (const itemId of items) {
    await request('POST', `/api/updates/conflicts/${encodeURIComponent(itemId)}`, { body: { choice } })
  }
}

/** Items that the person changed and a channel too; each is theirs until they choose. */
export function ConflictList() {
  const { t } = useTranslation('updates')
  const heading = useRef<HTMLHeadingElement>(null)
  const conflicts = useConflicts()
  const change = useChannelChange(choose)
  const [seen, setSeen] = useState<TextConflict>()
  const [asking, setAsking] = useState(false)
  if (conflicts.isError) return <ErrorNotice error={conflicts.error} onRetry={() => void conflicts.refetch()} />
  const all = conflicts.data ?? []
  if (all.length === 0) return null
  const open = all.filter(({ choice }) => choice === undefined)
  return (
    <section className={desk.sheet} aria-labelledby="conflicts-title">
      <h2 id="conflicts-title" ref={heading} tabIndex={-1} className={desk.heading}>
        {t('conflicts.title')}
      </h2>
      <p className={desk.muted}>{t('conflicts.lead')}</p>
      {change.isError && <ErrorNotice error={change.error} />}
      <ul className={desk.rows}>
        {all.map((conflict) => (
          <li key={conflict.itemId} className={desk.row}>
            <span className={desk.rowText}>
              <Link to="/item/$itemId" params={{ itemId: conflict.itemId }}>
                {conflict.title}
              </Link>
              <span className={desk.muted}>{t('conflicts.channel', { channel: conflict.channelTitle })}</span>
              <span className={desk.tag} role="status">
                {choiceText(conflict, t)}
              </span>
            </span>
            <Button
              size="small"
              aria-label={t('conflicts.seeOf', { title: conflict.title })}
              onClick={() => setSeen(conflict)}
            >
              {t('conflicts.see')}
            </Button>
          </li>
        ))}
      </ul>
      {open.length > 1 && (
        <Button disabled={change.isPending} onClick={() => setAsking(true)}>
          {t('conflicts.allTheirs')}
        </Button>
      )}
      <ConfirmDialog
        open={asking}
        title={t('conflicts.allTitle', { n: open.length })}
        text={t('conflicts.allText')}
        confirm={t('conflicts.theirs')}
        refuse={t('channels.keep')}
        onConfirm={() =>
          change.mutate(
            { items: open.map(({ itemId }) => itemId), choice: 'channel' },
            { onSuccess: () => heading.current?.focus() },
          )
        }
        onClose={() => setAsking(false)}
      />
      <ConflictDialog
        conflict={seen}
        onChoose={(choice) => {
          if (seen) change.mutate({ items: [seen.itemId], choice })
          setSeen(undefined)
        }}
        onClose={() => setSeen(undefined)}
      />
    </section>
  )
}

function choiceText(
  { choice }: TextConflict,
  t: (key: 'conflicts.undecided' | 'conflicts.chosenOwn' | 'conflicts.chosenTheirs') => string,
): string {
  if (choice === undefined) return t('conflicts.undecided')
  return t(choice === 'own' ? 'conflicts.chosenOwn' : 'conflicts.chosenTheirs')
}
