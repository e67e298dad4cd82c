import { useCallback, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PartReference } from '../../../library/meetings/materials/material-view.ts'
import type { MeetingPart, MeetingRecord } from '../../../library/meetings/outline/outline.schema.ts'
import { ServiceError } from '../../service/service-error.ts'
import { citedIn, fitInto } from '../adding/fit-into.ts'
import { takeIn } from '../adding/take-in.ts'
import {
  duplicateParts,
  insertParts,
  MOST_PARTS,
  moveParts,
  removedParts,
  removeParts,
  restoreParts,
  stepParts,
} from '../outline/outline-moves.ts'
import { choosePart, nothingChosen, type OutlineSelection, selectionAfter } from '../outline/outline-selection.ts'
import { useStableList } from '../outline/use-stable-list.ts'

interface OutlinePlace {
  readonly record: MeetingRecord
  readonly change: (step: (record: MeetingRecord) => MeetingRecord, typing?: string) => void
  readonly announce: (text: string, undo?: () => void) => void
}

/** What is chosen in the outline, and everything that can be done with its parts; each says what it did. */
export function useOutline({ record, change, announce }: OutlinePlace) {
  const { t } = useTranslation('meetings')
  const { parts } = record
  const ids = useStableList(parts.map(({ id }) => id))
  const [selection, setSelection] = useState<OutlineSelection>(() => {
    const first = ids[0]
    return first === undefined ? nothingChosen : { open: first, chosen: new Set([first]) }
  })
  const [seen, setSeen] = useState(ids)
  if (seen !== ids) {
    setSeen(ids)
    setSelection(selectionAfter(selection, seen, ids))
  }
  const now = useRef({ parts, ids, selection })
  now.current = { parts, ids, selection }

  const changeParts = useCallback(
    (step: (parts: readonly MeetingPart[]) => readonly MeetingPart[]) =>
      change((present) => {
        const next = step(present.parts)
        return next === present.parts ? present : { ...present, parts: [...next] }
      }),
    [change],
  )
  const choose = useCallback((id: string, how: 'only' | 'toggle' | 'range' = 'only') => {
    setSelection((before) => choosePart(before, id, now.current.ids, how))
  }, [])
  const changePart = useCallback(
    (id: string, step: (part: MeetingPart) => MeetingPart, typing?: string) =>
      change((present) => {
        const at = present.parts.findIndex((part) => part.id === id)
        const part = present.parts[at]
        const next = part && step(part)
        if (!next || next === part) return present
        return { ...present, parts: present.parts.with(at, next) }
      }, typing),
    [change],
  )
  const nameOf = useCallback((part: MeetingPart | undefined) => part?.title || t('outline.none'), [t])

  /** Puts new parts in: before a place, or behind the open part. The first of them opens. */
  const add = useCallback(
    (added: readonly MeetingPart[], at?: number) => {
      const { parts: present, ids: order, selection: chosen } = now.current
      const open = chosen.open === undefined ? -1 : order.indexOf(chosen.open)
      const place = at ?? (open < 0 ? present.length : open + 1)
      const { parts: next, ids: fresh } = insertParts(present, added, place)
      const [first] = fresh
      if (first === undefined) return announce(t('outline.full', { n: MOST_PARTS }))
      const put = next.filter(({ id }) => fresh.includes(id))
      changeParts((before) => insertParts(before, put, place).parts)
      setSelection({ open: first, chosen: new Set(fresh) })
      const undo = () => changeParts((before) => removeParts(before, new Set(fresh)))
      const said =
        fresh.length === 1
          ? t('outline.added', { title: nameOf(put[0]), place: place + 1 })
          : t('outline.addedMany', { n: fresh.length, place: place + 1 })
      announce(fresh.length < added.length ? `${said}${t('outline.full', { n: MOST_PARTS })}` : said, undo)
    },
    [announce, changeParts, nameOf, t],
  )
  /** Takes in things of the library: into the open part where it waits for one, or as parts of their own. */
  const take = useCallback(
    async (references: readonly PartReference[], at?: number) => {
      try {
        const { parts: taken, missing } = await takeIn(references)
        if (taken.length === 0) return announce(t('outline.notFound', { n: missing.length }))
        const { parts: present, selection: chosen } = now.current
        const index = present.findIndex(({ id }) => id === chosen.open)
        const open = present[index]
        const [only] = taken
        const fitted = at === undefined && taken.length === 1 && open && only ? fitInto(open, only) : undefined
        if (open && only && fitted) {
          changePart(open.id, (part) => fitInto(part, only) ?? part)
          announce(t('outline.filled', { title: nameOf(only), place: index + 1 }), () =>
            changePart(open.id, () => open),
          )
        } else add(taken, at)
        if (missing.length > 0) announce(t('outline.notFound', { n: missing.length }))
      } catch (error) {
        announce(error instanceof ServiceError ? error.what : String(error))
      }
    },
    [add, announce, changePart, nameOf, t],
  )
  /** Cites a passage beside what the open part has. */
  const cite = useCallback(
    async (reference: PartReference) => {
      try {
        const { parts: taken } = await takeIn([reference])
        const open = now.current.parts.find(({ id }) => id === now.current.selection.open)
        const [only] = taken
        if (!open || !only) return announce(t('outline.notFound', { n: 1 }))
        changePart(open.id, (part) => citedIn(part, only) ?? part)
        announce(t('outline.cited', { title: nameOf(only), part: nameOf(open) }), () =>
          changePart(open.id, (part) => ({ ...part, cites: open.cites })),
        )
      } catch (error) {
        announce(error instanceof ServiceError ? error.what : String(error))
      }
    },
    [announce, changePart, nameOf, t],
  )
  const remove = useCallback(() => {
    const { parts: present, selection: chosen } = now.current
    const removed = removedParts(present, chosen.chosen)
    if (removed.length === 0) return
    changeParts((before) => removeParts(before, chosen.chosen))
    const said =
      removed.length === 1
        ? t('outline.removed', { title: nameOf(removed[0]?.part) })
        : t('outline.removedMany', { n: removed.length })
    announce(said, () => changeParts((before) => restoreParts(before, removed)))
  }, [announce, changeParts, nameOf, t])
  const duplicate = useCallback(() => {
    const { parts: present, selection: chosen } = now.current
    const { ids: fresh } = duplicateParts(present, chosen.chosen)
    const [first] = fresh
    if (first === undefined) return
    changeParts((before) => duplicateParts(before, chosen.chosen).parts)
    setSelection({ open: first, chosen: new Set(fresh) })
    announce(t('outline.duplicated', { n: fresh.length }), () =>
      changeParts((before) => removeParts(before, new Set(fresh))),
    )
  }, [announce, changeParts, t])
  const sayMoved = useCallback(
    (next: readonly MeetingPart[], moved: ReadonlySet<string>) => {
      const place = next.findIndex(({ id }) => moved.has(id)) + 1
      const title = nameOf(next[place - 1])
      if (moved.size === 1) announce(t('outline.moved', { title, place, n: next.length }))
      else announce(t('outline.movedMany', { count: moved.size, place, n: next.length }))
    },
    [announce, nameOf, t],
  )
  const step = useCallback(
    (by: 1 | -1) => {
      const { parts: present, selection: chosen } = now.current
      const next = stepParts(present, chosen.chosen, by)
      if (next === present) return
      changeParts((before) => stepParts(before, chosen.chosen, by))
      sayMoved(next, chosen.chosen)
    },
    [changeParts, sayMoved],
  )
  /** Moves one part, or all that are chosen when it is among them. */
  const moveTo = useCallback(
    (id: string, to: number) => {
      const { selection: chosen } = now.current
      const moving = chosen.chosen.has(id) ? chosen.chosen : new Set([id])
      changeParts((before) => moveParts(before, moving, to))
      if (!chosen.chosen.has(id)) setSelection({ open: id, chosen: moving })
    },
    [changeParts],
  )
  return useMemo(
    () => ({ ids, selection, choose, changePart, changeParts, add, take, cite, remove, duplicate, step, moveTo }),
    [ids, selection, choose, changePart, changeParts, add, take, cite, remove, duplicate, step, moveTo],
  )
}

export type Outline = ReturnType<typeof useOutline>
