import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { ResponsesView } from '../../library/meetings/responses/response-view.ts'
import { materialAddress } from '../materials/material-queries.ts'
import { request } from '../service/client.ts'
import { queryKeys } from '../service/keys.ts'

const responsesKey = [...queryKeys.materials, 'responses'] as const

/** `/api/materials/ID/responses` */
export const responsesAddress = (materialId: string): string => `${materialAddress(materialId)}/responses`

export function responsesQuery(materialId: string) {
  return queryOptions({
    queryKey: [...responsesKey, materialId],
    queryFn: ({ signal }) => request<ResponsesView>('GET', responsesAddress(materialId), { signal }),
  })
}

/** Something done to cards, after which they are read anew: also beside a copy, which shows those of the one before. */
export function useCardChange<Given, Answer>(change: (given: Given) => Promise<Answer>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () => client.invalidateQueries({ queryKey: responsesKey }),
  })
}
