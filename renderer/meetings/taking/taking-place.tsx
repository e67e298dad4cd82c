import { lazy, type ReactNode, Suspense, useState } from 'react'
import { type Takeable, TakingContext } from './taking-context.ts'

const TakeIntoMeeting = lazy(async () => {
  const { TakeIntoMeeting: dialog } = await import('./take-into-meeting.tsx')
  return { default: dialog }
})

/** Where every desk's “加到会议里” is asked further; the question itself is loaded when it is first asked. */
export function TakingPlace({ children }: { readonly children: ReactNode }) {
  const [what, setWhat] = useState<Takeable>()
  const [asked, setAsked] = useState(false)
  if (what && !asked) setAsked(true)
  return (
    <TakingContext value={setWhat}>
      {children}
      {asked && (
        <Suspense fallback={null}>
          <TakeIntoMeeting what={what} onClose={() => setWhat(undefined)} />
        </Suspense>
      )}
    </TakingContext>
  )
}
