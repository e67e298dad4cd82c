import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PublishedChannel, ReleasePreview } from '../../../library/updates/publishing/publishing-view.ts'
import type { OfferedChange } from '../../../library/updates/update-view.ts'
import type { JobRun } from '../../jobs/job-run.ts'
import { WithdrawDialog } from '../choice/withdraw-dialog.tsx'
import styles from '../publishing.module.css'
import { channelRoute } from '../use-published-channels.ts'
import { ChangeDialog } from './change-dialog.tsx'
import { ChangeList } from './change-list.tsx'
import { countChanges } from './count-changes.ts'
import { NotesDrafts } from './kept-notes.ts'
import { KindCounts } from './kind-counts.tsx'
import { NotesField } from './notes-field.tsx'
import { SignDialog } from './sign-dialog.tsx'
import type { Stage } from './use-preview.ts'

const drafts = new NotesDrafts(sessionStorage)

interface ReleasePreviewSheetProps {
  readonly channel: PublishedChannel
  readonly stage: Stage
  readonly preview: ReleasePreview
  readonly run: JobRun
}

/** The changes as a reader would see them, the notes, and the way to sign. */
export function ReleasePreviewSheet({ channel, stage, preview, run }: ReleasePreviewSheetProps) {
  const { t } = useTranslation('publishing')
  const [written, setWritten] = useState(() => drafts.read(channel.id, stage))
  const [compared, setCompared] = useState<OfferedChange>()
  const [unexplained, setUnexplained] = useState<OfferedChange>()
  const [signing, setSigning] = useState(false)
  const notes = written ?? preview.notes
  const counts = countChanges(preview.changes)
  const write = (text: string) => {
    drafts.keep(channel.id, stage, text, preview.notes)
    setWritten(text === preview.notes ? undefined : text)
  }
  return (
    <>
      <p className={styles.muted}>{t('release.previewLead', { items: preview.items })}</p>
      {preview.changes.length === 0 ? (
        <>
          <p>{t('release.noChange')}</p>
          <p className={styles.muted}>{t('release.noChangeHint')}</p>
        </>
      ) : (
        <>
          <KindCounts byKind={preview.byKind} />
          <ChangeList
            changes={preview.changes}
            reasons={{ given: channel.withdrawn.map(({ itemId }) => itemId), onGive: setUnexplained }}
            onCompare={setCompared}
          />
        </>
      )}
      <NotesField value={notes} proposed={preview.notes} onChange={write} />
      <Button type="primary" onClick={() => setSigning(true)}>
        {t(stage === 'draft' ? 'release.signDraft' : 'release.sign')}
      </Button>
      <ChangeDialog channel={channel.id} stage={stage} change={compared} onClose={() => setCompared(undefined)} />
      <WithdrawDialog
        channel={channel}
        open={unexplained !== undefined}
        item={unexplained}
        onDone={() => setUnexplained(undefined)}
        onClose={() => setUnexplained(undefined)}
      />
      <SignDialog
        open={signing}
        title={t('release.signTitle', { version: preview.nextVersion, stage: t(`release.stages.${stage}`) })}
        channel={channel}
        version={preview.nextVersion}
        lead={t('release.signLead', { items: preview.items, ...counts })}
        confirm={t('release.confirm')}
        stage={stage}
        onSign={async (signature) => {
          await run.start(`${channelRoute(channel.id)}/publish`, { stage, notes, ...signature })
          drafts.forget(channel.id, stage)
        }}
        onClose={() => setSigning(false)}
      />
    </>
  )
}
