import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { PathEditPage } from './edit/path-edit-page.tsx'
import { LearnPath } from './learn-path.tsx'
import { pathQuery } from './learning-queries.ts'
import { PathMissing } from './path-missing.tsx'

const route = getRouteApi('/learning/$pathId')

/** `/learning/ID`: a path to be learned; with `?edit=1` an own one to be written. */
export function PathPage() {
  const { pathId } = route.useParams()
  const { edit } = route.useSearch()
  return edit ? <PathEditPage key={pathId} pathId={pathId} /> : <Learning key={pathId} pathId={pathId} />
}

function Learning({ pathId }: { readonly pathId: string }) {
  const { data, error, refetch } = useQuery(pathQuery(pathId))
  if (!data) return <PathMissing error={error} onRetry={() => void refetch()} />
  return <LearnPath path={data} />
}
