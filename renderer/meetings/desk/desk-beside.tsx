import type { UseQueryResult } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { MaterialChanges } from '../../../library/meetings/materials/material-view.ts'
import type { MeetingPart, MeetingRecord } from '../../../library/meetings/outline/outline.schema.ts'
import panel from '../../design/panels.module.css'
import type { useMaterialDraft, ViewOf } from '../../materials/use-material-draft.ts'
import type { RecordForm } from '../../record-form/record-form-context.ts'
import { ResponsesPanel } from '../../responses/responses-panel.tsx'
import { AddPanel } from '../adding/add-panel.tsx'
import type { AddSource } from '../adding/add-sources.ts'
import { ChangesPanel } from '../changes/changes-panel.tsx'
import { FactsForm } from '../facts/facts-form.tsx'
import { OutPanel } from '../out/out-panel.tsx'
import type { PartDesk } from '../part/part-desk.ts'
import { PartForm } from '../part/part-form.tsx'
import type { DeskSide } from './desk-sides.ts'
import type { Outline } from './use-outline.ts'

interface DeskBesideProps {
  readonly side: DeskSide
  readonly view: ViewOf<MeetingRecord>
  readonly draft: ReturnType<typeof useMaterialDraft<MeetingRecord>>
  readonly form: RecordForm<MeetingRecord>
  readonly outline: Outline
  readonly changes: UseQueryResult<MaterialChanges>
  readonly readOnly: boolean
  readonly partDesk: PartDesk
  readonly source: AddSource
  readonly kind: string | undefined
  readonly onSource: (source: AddSource) => void
  readonly onGo: (partId: string) => void
}

/** What stands beside the outline: one part, the meeting itself, what to add, what is newer, what leaves. */
export function DeskBeside(props: DeskBesideProps) {
  const { side, view, draft, form, outline, changes, readOnly, partDesk } = props
  const { t } = useTranslation(['meetings', 'meetingParts'])
  const { record, takeView } = draft
  const { announce, flush } = partDesk
  const open = record.parts.find(({ id }) => id === outline.selection.open)
  const note = (part: MeetingPart, words: string) => {
    const { id, notes } = part
    outline.changePart(id, (present) => ({
      ...present,
      notes: [present.notes, words].filter(Boolean).join('\n\n').slice(0, 20_000),
    }))
    const undo = () => outline.changePart(id, (present) => ({ ...present, notes }))
    announce(t('outline.noted', { title: part.title || t('outline.none') }), undo)
  }
  switch (side) {
    case 'part':
      return (
        <section className={panel.panel} aria-label={t('desk.side.part')}>
          {outline.selection.chosen.size > 1 && (
            <p className={panel.muted}>{t('meetingParts:many', { n: outline.selection.chosen.size })}</p>
          )}
          {open ? (
            <PartForm key={open.id} part={open} readOnly={readOnly} desk={partDesk} onChange={outline.changePart} />
          ) : (
            <p className={panel.muted}>{t('meetingParts:choose')}</p>
          )}
        </section>
      )
    case 'facts':
      return (
        <section className={panel.panel} aria-label={t('desk.side.facts')}>
          <FactsForm form={form} />
        </section>
      )
    case 'add':
      return (
        <AddPanel
          view={view}
          record={record}
          outline={outline}
          source={props.source}
          kind={props.kind}
          onSource={props.onSource}
        />
      )
    case 'changes':
      return (
        <ChangesPanel
          view={view}
          changes={changes.data}
          error={changes.data ? null : changes.error}
          onRetry={() => void changes.refetch()}
          readOnly={readOnly}
          flush={flush}
          takeView={takeView}
          parts={record.parts}
          changeParts={outline.changeParts}
          announce={announce}
          onGo={props.onGo}
        />
      )
    case 'out':
      return (
        <OutPanel
          view={view}
          record={record}
          desk={{
            readOnly,
            flush,
            change: (path, value) => form.change(path, value),
            takeView,
            announce,
          }}
        />
      )
    case 'responses':
      return (
        <ResponsesPanel
          materialId={view.id}
          {...(!readOnly && open && { onNote: (words: string) => note(open, words) })}
        />
      )
  }
}
