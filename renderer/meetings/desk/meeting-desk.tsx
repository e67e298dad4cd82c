import { DndContext, DragOverlay } from '@dnd-kit/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MaterialPicture } from '../../../library/meetings/materials/cited.schema.ts'
import type { MeetingRecord } from '../../../library/meetings/outline/outline.schema.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import layout from '../../design/form-desk.module.css'
import { usePageTitle } from '../../design/page.tsx'
import work from '../../design/work-desk.module.css'
import { useFormKeys } from '../../drafts/use-form-keys.ts'
import { ReadyNotice } from '../../materials/desk/ready-notice.tsx'
import { freshPicture } from '../../materials/fresh-picture.ts'
import { MaterialBar } from '../../materials/material-bar.tsx'
import { materialChangesQuery, materialQuery } from '../../materials/material-queries.ts'
import { MaterialsTabs } from '../../materials/materials-tabs.tsx'
import { PICTURES_ADDRESS } from '../../materials/pictures-field.tsx'
import { SavingNotices } from '../../materials/saving-notices.tsx'
import { useMaterialDraft, type ViewOf } from '../../materials/use-material-draft.ts'
import { AnnouncementBar } from '../../reading/announcement-bar.tsx'
import { useAnnouncement } from '../../reading/use-announcement.ts'
import { useReceiving } from '../../stories/pictures/use-receiving.ts'
import { SendingLine } from '../../stories/sending-line.tsx'
import type { AddSource } from '../adding/add-sources.ts'
import { PresentLink } from '../out/present-link.tsx'
import outlineStyles from '../outline/outline.module.css'
import type { OutlineListHandle } from '../outline/outline-list.tsx'
import type { PartDesk } from '../part/part-desk.ts'
import { DeskBeside } from './desk-beside.tsx'
import { type DeskSide, deskSides } from './desk-sides.ts'
import styles from './meeting-desk.module.css'
import { OutlinePanel } from './outline-panel.tsx'
import { useDroppedIn } from './use-dropped-in.ts'
import { useOutline } from './use-outline.ts'
import { useOutlineDrag } from './use-outline-drag.ts'
import { useOutlineKeys } from './use-outline-keys.ts'

const route = getRouteApi('/meetings/$id')
/** Where outline and what stands beside it do not fit next to each other. */
const NARROW = '(width < 70rem)'

/** The outline desk of a meeting: the outline on the left, and one thing at a time beside it. */
export function MeetingDesk({ view: opened }: { readonly view: ViewOf<MeetingRecord> }) {
  const { t } = useTranslation('meetings')
  const address = route.useSearch()
  const navigate = useNavigate({ from: '/meetings/$id' })
  const desk = useRef<HTMLDivElement>(null)
  const list = useRef<OutlineListHandle>(null)
  const draft = useMaterialDraft<MeetingRecord>(opened)
  const { record, change, saver, form } = draft
  const { id, own } = opened
  const readOnly = !own
  // What the service says of it now: with what is saved, it comes anew.
  const { data: view = opened } = useQuery({ ...materialQuery(id), select: (found) => found as ViewOf<MeetingRecord> })
  const changes = useQuery(materialChangesQuery(id, view.recordSha256))
  const { announcement, announce, dismiss } = useAnnouncement()
  const outline = useOutline({ record, change, announce })
  const { ids, selection, choose, take, changePart } = outline
  const [source, setSource] = useState<{ readonly name: AddSource; readonly kind?: string | undefined }>({
    name: 'search',
  })
  usePageTitle(record.title || t('desk.untitled'))

  const side: DeskSide | 'none' =
    deskSides.find((one) => one === address.side) ??
    (address.side === 'none' || matchMedia(NARROW).matches ? 'none' : 'part')
  const setSide = useCallback(
    (next: DeskSide | 'none') =>
      void navigate({ search: (before) => ({ ...before, side: next }), replace: true, resetScroll: false }),
    [navigate],
  )
  const newer = changes.data?.changes.filter(({ kept }) => !kept).length ?? 0

  const onEdit = useCallback(() => {
    setSide('part')
    const give = (tries: number) => {
      const field = document.querySelector<HTMLElement>('[data-part-form] input')
      if (field) field.focus()
      else if (tries > 0) requestAnimationFrame(() => give(tries - 1))
    }
    requestAnimationFrame(() => give(20))
  }, [setSide])
  const onChoose = useCallback(
    (partId: string, how: 'only' | 'toggle' | 'range') => {
      choose(partId, how)
      if (how === 'only' && !matchMedia(NARROW).matches && side !== 'part' && side !== 'add') setSide('part')
    },
    [choose, setSide, side],
  )
  const goToPart = useCallback(
    (partId: string) => {
      choose(partId)
      setSide(matchMedia(NARROW).matches ? 'none' : 'part')
      requestAnimationFrame(() => list.current?.focus(ids.indexOf(partId)))
    },
    [choose, ids, setSide],
  )
  const onKey = useOutlineKeys({ outline, list, readOnly, onEdit })
  const drag = useOutlineDrag({ ids, chosen: selection.chosen, moveTo: outline.moveTo })
  const target = useRef<string>(undefined)
  const receiving = useReceiving<MaterialPicture>(PICTURES_ADDRESS, {
    before: async () => true,
    after: (added) => {
      const partId = target.current
      const part = record.parts.find((one) => one.id === partId)
      if (!part) return
      const pictures = added.map(freshPicture)
      changePart(part.id, (present) => ({ ...present, pictures: [...present.pictures, ...pictures].slice(0, 40) }))
      choose(part.id)
      setSide('part')
      announce(t('outline.pictures', { n: added.length, title: part.title || t('outline.none') }))
    },
  })
  const dropped = useDroppedIn({
    readOnly,
    onReferences: (references, at) => void take(references, at),
    onPictures: (files, partId) => {
      target.current = partId ?? selection.open
      if (target.current !== undefined) void receiving.take(files)
    },
  })
  useFormKeys(desk, {
    undo: draft.undo,
    redo: draft.redo,
    save: () => void saver.flush(),
    finish: () => setSide('out'),
  })
  const flush = useCallback(() => saver.flush(), [saver])
  const partDesk = useMemo(
    (): PartDesk => ({
      announce,
      flush,
      onFind: (name, kind) => {
        setSource({ name, kind })
        setSide('add')
      },
    }),
    [announce, flush, setSide],
  )
  return (
    <DndContext {...drag.context}>
      <div className={work.place} {...dropped.props}>
        <MaterialsTabs />
        <div ref={desk} className={layout.desk} data-side={side === 'none' ? 'none' : 'panel'}>
          <MaterialBar title={record.title} draft={readOnly ? undefined : draft} marks={<FactsLine record={record} />}>
            <fieldset className={layout.sides}>
              <legend className="visually-hidden">{t('desk.beside')}</legend>
              {deskSides.map((one) => (
                <button
                  key={one}
                  type="button"
                  aria-pressed={side === one}
                  className={layout.side}
                  onClick={() => setSide(side === one ? 'none' : one)}
                >
                  {t(`desk.side.${one}`)}
                  {one === 'changes' && newer > 0 && <span className={layout.count}>{newer}</span>}
                </button>
              ))}
            </fieldset>
            <PresentLink id={id} flush={flush}>
              {t('desk.present')}
            </PresentLink>
          </MaterialBar>
          <div className={layout.notices}>
            {readOnly ? <ReadyNotice id={id} says={t('desk.readOnly')} /> : <SavingNotices draft={draft} />}
            {newer > 0 && side !== 'changes' && (
              <p className={layout.notice}>
                {t('desk.changed', { n: newer })}
                <button type="button" className={layout.textButton} onClick={() => setSide('changes')}>
                  {t('desk.look')}
                </button>
              </p>
            )}
            {receiving.fraction !== undefined && (
              <SendingLine fraction={receiving.fraction} onCancel={receiving.cancel} />
            )}
            {receiving.error !== null && <ErrorNotice error={receiving.error} />}
            {receiving.refused.map(({ name, reason }) => (
              <p key={name} role="alert" className={layout.notice}>
                {name}：{reason}
              </p>
            ))}
          </div>
          <div className={`${layout.fields} ${styles.outline}`}>
            <OutlinePanel
              record={record}
              outline={outline}
              changes={changes.data}
              readOnly={readOnly}
              dropAt={drag.dropAt ?? dropped.dropAt}
              list={list}
              change={change}
              announce={announce}
              onChoose={onChoose}
              onKey={onKey}
            />
          </div>
          {side !== 'none' && (
            <div className={layout.beside}>
              <DeskBeside
                side={side}
                view={view}
                draft={draft}
                form={form}
                outline={outline}
                changes={changes}
                readOnly={readOnly}
                partDesk={partDesk}
                source={source.name}
                kind={source.kind}
                onSource={(name) => setSource({ name })}
                onGo={goToPart}
              />
            </div>
          )}
        </div>
        <div className={styles.said}>
          <AnnouncementBar announcement={announcement} onDismiss={dismiss} />
        </div>
      </div>
      <DragOverlay dropAnimation={null}>
        {drag.dragging && (
          <div className={outlineStyles.overlay}>
            <span>{drag.dragging.title}</span>
            {drag.dragging.n > 1 && <span className={layout.count}>{drag.dragging.n}</span>}
          </div>
        )}
      </DragOverlay>
    </DndContext>
  )
}

/** Which meeting this is, in a line. */
function FactsLine({ record }: { readonly record: MeetingRecord }) {
  const { t } = useTranslation('materials')
  const { kind, on, startsAt } = record
  return <span className={layout.saving}>{[t(`kind.${kind}`), on, startsAt].filter(Boolean).join(' · ')}</span>
}
