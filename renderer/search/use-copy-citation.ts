import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { ItemView } from '../../library/items/item-view.ts'
import { passagePlace } from '../reading/citation.ts'
import { itemQuery } from '../reading/use-item.ts'
import { copyRichText } from './copy-rich-text.ts'
import { type ResultCitation, resultCitation } from './result-citation.ts'
import type { ResultHit } from './result-hits.ts'

/** Copies a result as a citation with its words, and says so. */
export function useCopyCitation(announce: (text: string) => void): (hit: ResultHit) => void {
  const { t } = useTranslation('search')
  const client = useQueryClient()
  return useCallback(
    (hit: ResultHit) => {
      const copy = async () => {
        const item = await client.fetchQuery(itemQuery(hit.item.itemId, hit.revision)).catch(() => undefined)
        if (!item) return t('cite.notFetched')
        const made = citationOf(item, hit.anchor)
        return copyRichText(made).then(
          () => t('cite.copied', { reference: made.reference }),
          () => t('cite.failed'),
        )
      }
      void copy().then(announce)
    },
    [client, announce, t],
  )
}

function citationOf(item: ItemView, anchor: string): ResultCitation {
  const passage = anchor === '' ? undefined : item.passages.find((one) => one.anchor === anchor)
  return resultCitation({
    ...item,
    title: item.citationTitle,
    place: passage ? passagePlace(passage) : '',
    text: passage?.text ?? '',
  })
}
