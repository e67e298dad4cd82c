import { request } from '../../service/client.ts'

/** Says that a place is the office's own: it is not taken for another's from now on. */
export const addPlace = (name: string, note: string) => request('POST', '/api/gazetteer', { body: { name, note } })

export const removePlace = (name: string) => request('DELETE', `/api/gazetteer/${encodeURIComponent(name)}`)
