import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ItemView } from '../../library/items/item-view.ts'
import { useTaking } from '../meetings/taking/taking-context.ts'
import { citation, citedPlace, passagePlace } from './citation.ts'
import { copyText } from './copy-text.ts'
import type { DeskActions } from './desk-actions.ts'
import { passageLink } from './passage-link.ts'
import { useFavouriteChange } from './use-favourite-change.ts'

interface Desk {
  readonly item: ItemView
  readonly favourites: ReadonlySet<string>
  readonly announce: (text: string, undo?: () => void) => void
  readonly startNote: (anchor: string) => void
  readonly startReport: (index: number | undefined) => void
  readonly goToAnchor: (anchor: string) => void
}

/** The desk's actions on passages, each of which says what it did. */
export function useReadingActions({ item, favourites, announce, startNote, startReport, goToAnchor }: Desk) {
  const { t } = useTranslation('reading')
  const changeFavourite = useFavouriteChange()
  const take = useTaking()
  return useMemo(() => {
    const { itemId, revision, passages, citationTitle } = item
    const say = (error: unknown) =>
      announce(t('failed', { what: error instanceof Error ? error.message : String(error) }))
    const copy = (text: string, said: string = t('copied', { text: shortened(text) })) =>
      void copyText(text).then(
        () => announce(said),
        () => announce(t('copyFailed')),
      )
    const keep = async (anchor: string, place: string) => {
      const kept = favourites.has(anchor)
      try {
        await changeFavourite({ itemId, anchor }, !kept)
        const undo = () => void changeFavourite({ itemId, anchor }, kept).catch(say)
        if (kept) announce(t('favouriteRemoved', { place }), undo)
        else announce(t('favouriteAdded', { place }))
      } catch (error) {
        say(error)
      }
    }
    const actions: DeskActions & { toggleItemFavourite(): void } = {
      citePassage(index, withWords) {
        const passage = passages[index]
        if (passage) copy(citation(citationTitle, passagePlace(passage), withWords ? passage.text : undefined))
      },
      citeSelection: (cites, words) => copy(citation(citationTitle, citedPlace(cites), words)),
      copyLink: (index) => copy(passageLink({ itemId, anchor: passages[index]?.anchor ?? '' })),
      copyAddress: (address) => copy(address, t('copiedAddress')),
      toggleFavourite(index) {
        const passage = passages[index]
        if (passage) void keep(passage.anchor, passagePlace(passage) || t('text'))
      },
      toggleItemFavourite: () => void keep('', t('whole')),
      takeIntoMeeting(index) {
        const passage = index === undefined ? undefined : passages[index]
        const anchor = passage?.anchor ?? ''
        take({
          reference: { itemId, revision, ...(anchor !== '' && { anchor }) },
          name: `${citationTitle}${passage ? passagePlace(passage) : ''}`,
        })
      },
      startNote: (index) => startNote(passages[index]?.anchor ?? ''),
      startReport,
      goToAnchor,
    }
    return actions
  }, [item, favourites, announce, startNote, startReport, goToAnchor, changeFavourite, take, t])
}

const shortened = (text: string) => (text.length > 60 ? `${text.slice(0, 58)}…` : text)
