import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { MeetingRecord } from '../../../library/meetings/outline/outline.schema.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import panel from '../../design/panels.module.css'
import { saveFile } from '../../feedback/save-file.ts'
import { materialAddress } from '../../materials/material-queries.ts'
import { fetchMade } from '../../materials/out/made-file.ts'
import type { ViewOf } from '../../materials/use-material-draft.ts'
import { request } from '../../service/client.ts'
import type { OutDesk } from './out-desk.ts'
import { useOut } from './use-out.tsx'

interface SendPartProps {
  readonly view: ViewOf<MeetingRecord>
  readonly desk: OutDesk
}

/** To other offices: as one file that is carried, or as an item that goes out with a channel. */
export function SendPart({ view, desk }: SendPartProps) {
  const { t } = useTranslation('meetingOut')
  const share = useOut(desk.flush, async () => {
    const { content, name } = await fetchMade(view.id, '/bundle')
    saveFile(content, name)
  })
  const publish = useOut(desk.flush, async () => {
    desk.takeView(await request<ViewOf<MeetingRecord>>('POST', `${materialAddress(view.id)}/item`))
  })
  return (
    <div className={panel.part}>
      <h3>{t('send.title')}</h3>
      <div className={panel.actions}>
        <Button loading={share.isPending} onClick={() => share.mutate(undefined)}>
          {t('send.share')}
        </Button>
        <span className={panel.muted} role="status">
          {t(share.isSuccess ? 'send.shared' : 'send.shareLead')}
        </span>
      </div>
      {share.isError && <ErrorNotice error={share.error} />}
      {!desk.readOnly && (
        <div className={panel.actions}>
          <Button loading={publish.isPending} onClick={() => publish.mutate(undefined)}>
            {t(view.itemId ? 'send.itemAgain' : 'send.item')}
          </Button>
          <span className={panel.muted} role="status">
            {t(publish.isSuccess ? 'send.itemDone' : 'send.itemLead')}
          </span>
          {view.itemId && (
            <>
              <Link to="/item/$itemId" params={{ itemId: view.itemId }} search={{}}>
                {t('send.itemOpen')}
              </Link>
              <Link to="/publishing">{t('send.toPublishing')}</Link>
            </>
          )}
        </div>
      )}
      {publish.isError && <ErrorNotice error={publish.error} />}
    </div>
  )
}
