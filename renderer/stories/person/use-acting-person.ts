import { useQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import type { OfficePerson } from '../../../library/stories/process/process-view.ts'
import { actingPerson, onActingPerson } from '../../service/acting-person.ts'
import { officeQuery } from '../story-queries.ts'

/** The id that requests name; already there before the office is known. */
export const useActingPersonId = (): string | undefined => useSyncExternalStore(onActingPerson, actingPerson)

/** Who sits here now; undefined for 本机, and for somebody who has left the office since. */
export function useActingPerson(): OfficePerson | undefined {
  const id = useActingPersonId()
  const office = useQuery(officeQuery)
  return office.data?.people.find((person) => person.id === id && person.left !== true)
}
