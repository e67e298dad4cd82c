import { parseArgs } from 'node:util'
import { toBody } from '../http/error-response.ts'
import { defaultLibraryRoot } from '../store/library-paths.ts'
import { LibraryBusyError } from './library-session.ts'
import { openParentChannel, type ParentChannel } from './parent-channel.ts'
import { plainError } from './plain-error.ts'
import { printInShell } from './print-in-shell.ts'
import { pipeOf, type RunningService, runService } from './run-service.ts'
import { spawnReadersHere, spawnReadersInShell } from './spawn-readers.ts'

/** The process that serves a library: started by Electron, by `npm start`, or by hand. */
async function main(channel: ParentChannel): Promise<void> {
  const { values } = parseArgs({
    options: {
      library: { type: 'string' },
      shell: { type: 'string', default: 'browser' },
      host: { type: 'string', default: '127.0.0.1' },
      port: { type: 'string', default: '0' },
    },
  })
  const root = values.library ?? defaultLibraryRoot()
  const shell = values.shell === 'electron' || values.shell === 'serve' ? values.shell : 'browser'
  let service: RunningService
  try {
    service = await runService({
      root,
      shell,
      spawnReader: channel.kind === 'electron' ? spawnReadersInShell(channel) : spawnReadersHere(),
      printInShell: channel.kind === 'electron' ? printInShell(channel) : undefined,
      listen: shell === 'electron' ? undefined : { host: values.host, port: Number(values.port) },
      onShow: channel.kind === 'none' ? undefined : (ticketUrl) => channel.report({ type: 'show', ticketUrl }),
    })
  } catch (error) {
    channel.report(
      error instanceof LibraryBusyError
        ? { type: 'already-running', pipe: pipeOf(root) }
        : { type: 'failed', error: toBody(plainError(error)).error },
    )
    process.exitCode = error instanceof LibraryBusyError ? 0 : 1
    // The channel to the parent would keep this process alive.
    if (channel.kind === 'node') setImmediate(() => process.disconnect?.())
    return
  }
  stopWhenAsked(channel, service)
  channel.report({ type: 'ready', pipe: service.pipe, address: service.address, ticketUrl: service.ticketUrl() })
}

function stopWhenAsked(channel: ParentChannel, service: RunningService): void {
  let _stopping: Promise<void> | undefined
  const stop = () => {
    _stopping ??= service.close().finally(() => process.exit())
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop)
  channel.onGone(stop)
  channel.onMessage(({ data }) => {
    if ((data as { type?: unknown } | null)?.type === 'stop') stop()
  })
}

await main(openParentChannel())
