import { useMutation } from '@tanstack/react-query'
import { useAfter } from '../../design/use-after.ts'

/** Something that is being made, once what is not saved is saved. */
export function useOut<Given>(flush: () => Promise<boolean>, make: (given: Given) => Promise<unknown>) {
  return useMutation({
    mutationFn: async (given: Given) => {
      if (await flush()) await make(given)
    },
  })
}

/** Says what is being made, when it takes longer than a moment. */
export function Making({ says }: { readonly says: string }) {
  return useAfter(1_000) ? says : null
}
