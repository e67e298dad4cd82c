import { createContext } from 'react'

/** Where the bytes of a picture are asked for, by its hash; what is not kept yet lies elsewhere. */
export const PictureSource = createContext((sha256: string) => `/api/blobs/${sha256}`)
