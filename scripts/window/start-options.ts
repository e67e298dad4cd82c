import path from 'node:path'
import { parseArgs } from 'node:util'
import { parseXinhuoLink } from '../../electron/xinhuo-link.ts'
import { SetUpError } from '../set-up/sentence.mjs'

/** What `npm start -- …` was asked for. */
export interface StartOptions {
  /** Absolute; undefined for the person's own library. */
  readonly library: string | undefined
  /** `electron` where it can be had and else `browser`; `none` prints the address and serves. */
  readonly window: 'best' | 'browser' | 'none'
  readonly port: number | undefined
  /** An `xinhuo://` link to open. */
  readonly link: string | undefined
}

/**
 * @param standing where relative paths start: the folder the person stood in
 * @throws {SetUpError} on an option that is not known, or a port that is none
 */
export function readStartOptions(args: readonly string[], standing: string): StartOptions {
  const { values, positionals } = parse(args)
  const link = positionals[0] === undefined ? undefined : parseXinhuoLink(positionals[0])
  if (positionals.length > (link === undefined ? 0 : 1)) {
    throw new SetUpError(`不认识的参数:${positionals.join(' ')}。`, `Unknown argument: ${positionals.join(' ')}.`)
  }
  return {
    library: values.library === undefined ? undefined : path.resolve(standing, values.library),
    window: values['no-window'] ? 'none' : values.browser ? 'browser' : 'best',
    port: values.port === undefined ? undefined : readPort(values.port),
    link,
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        library: { type: 'string' },
        'no-window': { type: 'boolean', default: false },
        browser: { type: 'boolean', default: false },
        port: { type: 'string' },
      },
    })
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new SetUpError(
      '可用的参数:--library 目录、--no-window、--browser、--port 端口。',
      `Options are --library DIR, --no-window, --browser, --port N. (${why})`,
    )
  }
}

function readPort(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new SetUpError(
    `端口须是 1 到 65535 的整数,而不是 ${text}。`,
    `A port is a whole number from 1 to 65535, not ${text}.`,
  )
}
