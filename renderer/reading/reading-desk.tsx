import './mark-text.css'
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ItemView } from '../../library/items/item-view.ts'
import { ReportDialog } from '../feedback/report-dialog.tsx'
import { ClauseStories } from '../stories-shown/policy-stories.tsx'
import { AnnouncementBar } from './announcement-bar.tsx'
import { passagePlace } from './citation.ts'
import { DeskActionsContext } from './desk-actions.ts'
import { DeskBar } from './desk-bar.tsx'
import type { DeskCommand } from './desk-keys.ts'
import { DeskKeysHelp } from './desk-keys-help.tsx'
import { FindBar } from './find-bar.tsx'
import { MetadataPanel } from './metadata-panel.tsx'
import { buildOutline } from './outline.ts'
import { OutlineTree } from './outline-tree.tsx'
import { PassageList, type PassageListHandle } from './passage-list.tsx'
import { PrintDocument } from './print-document.tsx'
import { readSelection } from './read-selection.ts'
import styles from './reading-desk.module.css'
import { RevisionNotice } from './revision-notice.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { StrayNotes } from './stray-notes.tsx'
import { TextHeader } from './text-header.tsx'
import { useAnnouncement } from './use-announcement.ts'
import { useDeskKeys, useSingleKeys } from './use-desk-keys.ts'
import { useFind } from './use-find.ts'
import { useItemFavourites } from './use-item-favourites.ts'
import { useNoteDesk } from './use-note-desk.ts'
import { usePanels } from './use-panels.ts'
import { usePrint } from './use-print.ts'
import { useReadingActions } from './use-reading-actions.ts'
import { useReadingPlace } from './use-reading-place.ts'
import { useRecordRecent } from './use-record-recent.ts'
import { useReportDesk } from './use-report-desk.ts'

interface ReadingDeskProps {
  readonly item: ItemView
  /** The words searched for, when one came from a search. */
  readonly query: string | undefined
  readonly anchor: string
}

/** The desk on which one text is read: outline, text, what is known about it, and the tools. */
export function ReadingDesk({ item, query, anchor }: ReadingDeskProps) {
  const { t } = useTranslation('reading')
  const desk = useRef<HTMLDivElement>(null)
  const list = useRef<PassageListHandle>(null)
  const findField = useRef<HTMLInputElement>(null)
  const { passages, itemId } = item
  const navigate = useNavigate()

  const { announcement, announce, dismiss } = useAnnouncement()
  const panels = usePanels(desk)
  const find = useFind(passages, query)
  const notes = useNoteDesk(item, announce)
  const favourites = useItemFavourites(itemId)
  const report = useReportDesk(item, announce)
  const { printing, print } = usePrint()
  const [singleKeys, setSingleKeys] = useSingleKeys()
  const [helpShown, setHelpShown] = useState(false)
  const outline = useMemo(() => buildOutline(passages), [passages])
  const reading = useReadingPlace({ item, anchor, list, announce })
  useRecordRecent({ itemId, anchor: reading.anchor })
  const { place, goTo } = reading
  const actions = useReadingActions({
    item,
    favourites,
    announce,
    startNote: notes.start,
    startReport: report.start,
    goToAnchor: reading.goToAnchor,
  })

  const stepHit = (step: 1 | -1) => {
    const hit = find.step(step, place)
    if (hit) {
      reading.pin(hit.passage)
      list.current?.reveal(hit.passage)
    }
  }
  // A passage opened from a search shows its first hit; a whole text opens at its title.
  const arriving = useRef(anchor !== '' && query !== undefined)
  useEffect(() => {
    if (!arriving.current || find.hits.length === 0) return
    arriving.current = false
    find.step(1, place)
  }, [find, place])

  const openFind = () => {
    find.show()
    requestAnimationFrame(() => findField.current?.select())
  }
  const closeFind = () => {
    find.close()
    list.current?.focus()
  }
  /** A side panel's key opens it, goes into it, or from inside closes it. */
  const pressSide = (side: 'outline' | 'metadata') => {
    const focusInside = () => {
      const panel = desk.current?.querySelector<HTMLElement>(`[data-side="${side}"]`)
      const line = panel?.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]')
      ;(line ?? panel)?.focus()
    }
    if (panels[side] === 'closed') {
      panels.toggle(side)
      requestAnimationFrame(focusInside)
    } else if (document.activeElement?.closest(`[data-side="${side}"]`)) {
      panels.toggle(side)
      list.current?.focus()
    } else focusInside()
  }
  const run = (command: DeskCommand): boolean => {
    if (command === 'next-passage') goTo(place + 1)
    else if (command === 'previous-passage') goTo(place - 1)
    else if (command === 'next-hit' || command === 'previous-hit') {
      if (find.hits.length === 0) openFind()
      else stepHit(command === 'next-hit' ? 1 : -1)
    } else if (command === 'find') openFind()
    else if (command === 'cite') {
      const selected = readSelection(desk.current)
      if (selected) actions.citeSelection(selected.cites, undefined)
      else actions.citePassage(place, false)
    } else if (command === 'link') actions.copyLink(place)
    else if (command === 'favourite') actions.toggleFavourite(place)
    else if (command === 'meeting') actions.takeIntoMeeting(item.kind === 'policy' ? place : undefined)
    else if (command === 'note') actions.startNote(place)
    else if (command === 'report') actions.startReport(place)
    else if (command === 'outline' || command === 'metadata') pressSide(command)
    else if (command === 'print') void print()
    else if (command === 'large') {
      if (item.kind !== 'story') return false
      void navigate({ to: '/show', search: { story: itemId } })
    } else if (command === 'keys') setHelpShown(true)
    else if (find.open) closeFind()
    else return panels.closeOver()
    return true
  }
  const latestRun = useRef(run)
  useEffect(() => {
    latestRun.current = run
  })
  useDeskKeys(
    desk,
    singleKeys,
    useCallback((command) => latestRun.current(command), []),
  )

  const goFromOutline = useCallback(
    (passage: number) => {
      goTo(passage)
      if (panels.outline === 'over') panels.closeOver()
    },
    [goTo, panels.outline, panels.closeOver],
  )

  const read = item.kind === 'policy' ? passages[place] : undefined
  return (
    <DeskActionsContext value={actions}>
      <div ref={desk} className={styles.desk}>
        <DeskBar
          item={item}
          titled={place > 0}
          favourite={favourites.has('')}
          outlineOpen={panels.outline !== 'closed'}
          metadataOpen={panels.metadata !== 'closed'}
          find={find.open ? <FindBar find={find} field={findField} onStep={stepHit} onClose={closeFind} /> : undefined}
          onOutline={() => panels.toggle('outline')}
          onMetadata={() => panels.toggle('metadata')}
          onFind={find.open ? closeFind : openFind}
          onFavourite={actions.toggleItemFavourite}
          onMeeting={() => actions.takeIntoMeeting(undefined)}
          onReport={() => report.start(undefined)}
          onPrint={() => void print()}
          onKeys={() => setHelpShown(true)}
        />
        <RevisionNotice item={item} />
        <div className={styles.columns}>
          {panels.outline !== 'closed' && (
            <nav
              tabIndex={-1}
              className={styles.side}
              data-side="outline"
              data-state={panels.outline}
              aria-label={t('outline.label')}
            >
              <OutlineTree outline={outline} place={place} onGo={goFromOutline} />
            </nav>
          )}
          <div className={styles.text}>
            <PassageList
              item={item}
              handle={list}
              header={<TextHeader item={item} />}
              footer={<div className={styles.tail} />}
              startAt={reading.startAt}
              pinned={reading.pinned}
              terms={find.terms}
              hit={find.hits[find.current]}
              favourites={favourites}
              notes={notes}
              onPlace={reading.onPlace}
              onPin={reading.pin}
            />
            {read?.type === 'provision' && (
              <ClauseStories itemId={itemId} anchor={read.anchor} place={passagePlace(read)} />
            )}
          </div>
          {panels.metadata !== 'closed' && (
            <section
              tabIndex={-1}
              className={styles.side}
              data-side="metadata"
              data-state={panels.metadata}
              aria-label={t('metadata.label')}
            >
              <MetadataPanel item={item} strayNotes={<StrayNotes item={item} notes={notes} />} />
            </section>
          )}
        </div>
        <SelectionBar desk={desk} />
        <AnnouncementBar announcement={announcement} onDismiss={dismiss} />
        <DeskKeysHelp
          open={helpShown}
          singleKeys={singleKeys}
          onSingleKeys={setSingleKeys}
          onClose={() => setHelpShown(false)}
        />
        <ReportDialog
          open={report.subject !== undefined}
          subject={report.subject}
          onClose={report.close}
          onSaved={report.saved}
        />
        {printing && <PrintDocument item={item} />}
      </div>
    </DeskActionsContext>
  )
}
