import path from 'node:path'
import { linkInArguments } from './xinhuo-link.ts'

export interface ShellArguments {
  /** Absolute; undefined for the person's own library. */
  readonly library: string | undefined
  readonly link: string | undefined
}

/** Reads what the shell was started with; Chromium's own switches pass by. */
export function readShellArguments(argv: readonly string[], standing: string): ShellArguments {
  const at = argv.indexOf('--library')
  const joined = argv.find((argument) => argument.startsWith('--library='))?.slice('--library='.length)
  const library = joined ?? (at === -1 ? undefined : argv[at + 1])
  return {
    library: library && !library.startsWith('--') ? path.resolve(standing, library) : undefined,
    link: linkInArguments(argv),
  }
}
