import { getRouteApi } from '@tanstack/react-router'
import { DeckFrame } from '../deck-frame.tsx'
import { SpeakerView } from './speaker-view.tsx'

const route = getRouteApi('/present/$id/speaker')

/** `/present/ID/speaker`: what the speaker sees. */
export function SpeakerPage() {
  const { id } = route.useParams()
  return (
    <DeckFrame key={id} materialId={id}>
      {(shown) => <SpeakerView {...shown} />}
    </DeckFrame>
  )
}
