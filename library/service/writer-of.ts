import type { LibrarySession } from './library-session.ts'
import type { Writer } from './writer/writer.ts'

/** The session's writer as one lasting object: each call goes to the writer of the moment, also after a restore. */
export function writerOf(session: LibrarySession): Writer {
  return new Proxy({} as Writer, {
    get: (_target, method) => session.writer[method as keyof Writer],
  })
}
