import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { copyMaterial, createMaterial } from '../materials/material-queries.ts'

/** Begins an own path, empty or as a copy, and opens its form. */
export function useNewPath() {
  const navigate = useNavigate()
  const begin = useMutation({
    mutationFn: (from: string | undefined) =>
      from === undefined ? createMaterial({ type: 'path', title: '' }) : copyMaterial(from),
    onSuccess: ({ id }) => navigate({ to: '/learning/$pathId', params: { pathId: id }, search: { edit: '1' } }),
  })
  return {
    make: () => begin.mutate(undefined),
    copy: (id: string) => begin.mutate(id),
    making: begin.isPending,
    error: begin.error,
  } as const
}
