import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { usePageTitle } from '../design/page.tsx'
import { LargeReading } from './large-reading.tsx'
import { Slideshow } from './slideshow.tsx'

const route = getRouteApi('/show')

/** `/show?feed=`: the slideshow of a column, or of everything; `/show?story=`: one story with large pictures. */
export function ShowPage() {
  const { story, feed } = route.useSearch()
  return story === undefined ? <SlideshowPage feed={feed} /> : <LargeReading storyId={story} />
}

function SlideshowPage({ feed }: { readonly feed: string | undefined }) {
  const { t } = useTranslation('shown')
  usePageTitle(t('slideshow.label'))
  return <Slideshow key={feed ?? ''} feed={feed} />
}
