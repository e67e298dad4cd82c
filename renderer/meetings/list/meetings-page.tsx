import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BundleView } from '../../../library/meetings/sharing/bundle-view.ts'
import { EmptyNotice } from '../../design/empty-notice.tsx'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { MaterialsList } from '../../materials/list/materials-list.tsx'
import { useDropAnywhere } from '../../stories/pictures/use-drop-anywhere.ts'
import { SendingLine } from '../../stories/sending-line.tsx'
import { useSending } from '../../stories/use-sending.ts'
import { BundlePanel } from '../bundle/bundle-panel.tsx'
import { StartMeeting } from './start-meeting.tsx'

const route = getRouteApi('/meetings')

/** `/meetings`: all meetings, made here and ready ones; a new one by its kind; one that came as a file. */
export function MeetingsPage() {
  const { t } = useTranslation('meetings')
  const navigate = useNavigate({ from: '/meetings' })
  const input = useRef<HTMLInputElement>(null)
  const [starting, setStarting] = useState(false)
  const [bundle, setBundle] = useState<BundleView>()
  const { send, cancel, busy, fraction, error } = useSending<BundleView>()
  const open = async ([file]: readonly File[]) => {
    if (!file || busy) return
    const answer = await send('/api/material-bundles', [{ path: file.name, file }])
    if (answer) setBundle(answer)
  }
  const drop = useDropAnywhere((files) => void open(files))
  return (
    <div {...drop}>
      <MaterialsList
        type="meeting"
        title={t('list.title')}
        lead={t('list.lead')}
        address={route.useSearch()}
        onAddress={(search) => void navigate({ search, replace: true })}
        onNew={() => setStarting(true)}
        make={
          <>
            <Button onClick={() => input.current?.click()} disabled={busy} title={t('list.openHint')}>
              {t('list.open')}
            </Button>
            <input
              ref={input}
              type="file"
              hidden
              onChange={(event) => {
                void open([...(event.target.files ?? [])])
                event.target.value = ''
              }}
            />
            <Button type="primary" onClick={() => setStarting(true)}>
              {t('list.new')} <kbd>n</kbd>
            </Button>
          </>
        }
        empty={
          <EmptyNotice title={t('list.emptyTitle')}>
            <p>{t('list.emptyWhat')}</p>
            <p>{t('list.emptyHow')}</p>
          </EmptyNotice>
        }
      >
        {fraction !== undefined && <SendingLine fraction={fraction} onCancel={cancel} />}
        {error !== null && <ErrorNotice error={error} />}
        {bundle && <BundlePanel bundle={bundle} onClose={() => setBundle(undefined)} />}
        <StartMeeting open={starting} onClose={() => setStarting(false)} />
      </MaterialsList>
    </div>
  )
}
