import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useState, useSyncExternalStore } from 'react'
import type { JobView } from '../../library/jobs/job-view.ts'
import { request } from '../service/client.ts'
import { followJob } from '../service/follow-job.ts'
import { ImportDesk, type ImportState } from './import-desk.ts'
import { sendFiles } from './send-files.ts'

const DeskContext = createContext<ImportDesk | undefined>(undefined)

/** Holds the window's one import desk. */
export function ImportDeskProvider({ children }: { readonly children: ReactNode }) {
  const client = useQueryClient()
  const [desk] = useState(() => createDesk(client))
  return <DeskContext value={desk}>{children}</DeskContext>
}

export function useImportDesk(): ImportDesk {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('useImportDesk needs an ImportDeskProvider above it')
  return desk
}

export function useImportState(): ImportState {
  const desk = useImportDesk()
  return useSyncExternalStore(desk.subscribe, desk.state)
}

function createDesk(client: QueryClient): ImportDesk {
  return new ImportDesk({
    sendPaths: (paths, kind) => request<JobView>('POST', '/api/imports', { body: { paths, kind } }),
    sendFiles,
    follow: followJob,
    cancel: (jobId) => request<JobView>('POST', `/api/jobs/${encodeURIComponent(jobId)}/cancel`),
    onEnded: () => void client.invalidateQueries(),
  })
}
