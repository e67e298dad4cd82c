import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SlipView } from '../../../library/stories/process/process-view.ts'
import { EmptyNotice } from '../../design/empty-notice.tsx'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { LoadingNotice } from '../../design/loading-notice.tsx'
import { Page } from '../../design/page.tsx'
import { useTimeText } from '../../design/use-time-text.ts'
import { FileDrop } from '../../office/sheets/file-drop.tsx'
import { queryKeys } from '../../service/keys.ts'
import { ServiceError } from '../../service/service-error.ts'
import { SendingLine } from '../sending-line.tsx'
import { StoriesTabs } from '../stories-tabs.tsx'
import { slipsQuery } from '../story-queries.ts'
import { useSending } from '../use-sending.ts'
import { AnswerSlip } from './answer-slip.tsx'
import { ReturnFile } from './return-file.tsx'
import styles from './slips-page.module.css'

/** `/stories/slips`: signed files that came and went; requests are read and answered here. */
export function SlipsPage() {
  const { t } = useTranslation('stories')
  const client = useQueryClient()
  const slips = useQuery(slipsQuery)
  const sending = useSending<SlipView>()
  const [locked, setLocked] = useState<File>()
  const [passphrase, setPassphrase] = useState('')
  const [opened, setOpened] = useState<string>()
  const take = async (file: File, phrase: string) => {
    const slip = await sending.send(
      '/api/slips',
      [{ path: file.name, file }],
      phrase === '' ? {} : { passphrase: phrase },
    )
    if (!slip) return setLocked(file)
    setLocked(undefined)
    setPassphrase('')
    if (slip.type === 'review-request' && slip.state === 'new') setOpened(slip.id)
    await client.invalidateQueries({ queryKey: queryKeys.stories })
  }
  const takeAll = async (files: readonly File[]) => {
    sending.clearError()
    setLocked(undefined)
    for (const file of files) await take(file, '')
  }
  const wantsPassphrase =
    locked !== undefined && sending.error instanceof ServiceError && sending.error.code.startsWith('SLIP_PASSPHRASE_')
  const all = slips.data ?? []
  const waiting = all.filter(({ state }) => state === 'new' || state === 'waiting')
  const past = all.filter(({ state }) => state !== 'new' && state !== 'waiting')
  return (
    <>
      <StoriesTabs />
      <Page title={t('slips.title')} lead={t('slips.lead')}>
        <div className={styles.page}>
          <FileDrop
            title={t('slips.drop')}
            hint={t('slips.dropHint')}
            choose={t('slips.choose')}
            icon="import"
            accept=".slip"
            several
            busy={sending.busy}
            onFiles={(files) => void takeAll(files)}
          />
          {sending.fraction !== undefined && <SendingLine fraction={sending.fraction} onCancel={sending.cancel} />}
          {sending.error !== null && <ErrorNotice error={sending.error} />}
          {wantsPassphrase && (
            <form
              className={styles.unlock}
              onSubmit={(event) => {
                event.preventDefault()
                void take(locked, passphrase)
              }}
            >
              <label htmlFor="slip-passphrase">{t('slips.passphrase', { name: locked.name })}</label>
              <Input.Password
                id="slip-passphrase"
                value={passphrase}
                autoFocus
                maxLength={200}
                autoComplete="off"
                onChange={(event) => setPassphrase(event.target.value)}
              />
              <Button htmlType="submit" disabled={passphrase === ''}>
                {t('slips.unlock')}
              </Button>
            </form>
          )}
          {slips.isPending && <LoadingNotice />}
          {slips.isError && <ErrorNotice error={slips.error} onRetry={() => void slips.refetch()} />}
          {slips.data?.length === 0 && (
            <EmptyNotice title={t('slips.emptyTitle')}>
              <p>{t('slips.emptyWhat')}</p>
              <p>{t('slips.emptyHow')}</p>
            </EmptyNotice>
          )}
          {waiting.length > 0 && (
            <SlipList title={t('slips.waiting')} slips={waiting} opened={opened} onOpen={setOpened} />
          )}
          {past.length > 0 && <SlipList title={t('slips.past')} slips={past} opened={opened} onOpen={setOpened} />}
        </div>
      </Page>
    </>
  )
}

interface SlipListProps {
  readonly title: string
  readonly slips: readonly SlipView[]
  readonly opened: string | undefined
  readonly onOpen: (id: string | undefined) => void
}

function SlipList({ title, slips, opened, onOpen }: SlipListProps) {
  return (
    <section>
      <h2 className={styles.heading}>{title}</h2>
      <ul className={styles.list}>
        {slips.map((slip) => (
          <SlipRow
            key={`${slip.id}${slip.type}${slip.state}`}
            slip={slip}
            opened={opened === slip.id}
            onOpen={() => onOpen(opened === slip.id ? undefined : slip.id)}
          />
        ))}
      </ul>
    </section>
  )
}

interface SlipRowProps {
  readonly slip: SlipView
  readonly opened: boolean
  readonly onOpen: () => void
}

function SlipRow({ slip, opened, onOpen }: SlipRowProps) {
  const { t } = useTranslation('stories')
  const timeText = useTimeText()
  const answerable = slip.type === 'review-request' && slip.state !== 'sent'
  const ours = slip.type !== 'review-request' || slip.state === 'sent'
  return (
    <li className={styles.slip}>
      <div className={styles.slipHead}>
        <p className={styles.slipTitle}>{slip.title}</p>
        <span className={styles.tag}>{t(`slips.state.${slip.state}`)}</span>
        {answerable && (
          <Button size="small" aria-expanded={opened} onClick={onOpen}>
            {t(slip.state === 'new' ? 'slips.readAnswer' : 'slips.read')}
          </Button>
        )}
        {slip.returned && <ReturnFile slip={slip} />}
        {ours && slip.state !== 'new' && (
          <Link to="/stories/$storyId" params={{ storyId: slip.storyId }} search={{ side: 'way' }}>
            {t('slips.toStory')}
          </Link>
        )}
      </div>
      <p className={styles.facts}>
        {[
          t(`slips.type.${slip.type}`),
          slip.step && t(`step.${slip.step}`),
          slip.answer && t(`slips.answered.${slip.answer}`),
          slip.from.name,
          timeText(slip.sentAt),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p className={styles.facts}>
        {t(slip.known === false ? 'slips.firstTime' : 'slips.fingerprint')}{' '}
        <span lang="zh-CN">{slip.from.fingerprint}</span>
      </p>
      {slip.note && <p>{t('slips.note', { note: slip.note })}</p>}
      {slip.says && <p>{slip.says}</p>}
      {opened && answerable && <AnswerSlip slip={slip} />}
    </li>
  )
}
