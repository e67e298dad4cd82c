import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { usePageTitle } from '../../design/page.tsx'
import { DeckFrame } from '../deck-frame.tsx'
import { SlideShow } from './slide-show.tsx'

const route = getRouteApi('/present/$id')

/** `/present/ID`: the slides, over the whole window; `?slide=` begins at one, by its id or its number. */
export function PresentPage() {
  const { id } = route.useParams()
  const { slide, preview } = route.useSearch()
  const { t } = useTranslation('presenting')
  usePageTitle(t('show.title'))
  return (
    <DeckFrame key={id} materialId={id}>
      {(shown) => <SlideShow {...shown} begin={slide} preview={preview !== undefined} />}
    </DeckFrame>
  )
}
