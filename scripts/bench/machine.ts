import { readFileSync } from 'node:fs'
import os from 'node:os'

/** What a figure means nothing without. */
export interface MachineFacts {
  readonly date: string
  readonly cores: number
  readonly model: string
  readonly memoryGiB: number
  readonly system: string
  readonly node: string
}

export function machineFacts(now: Date): MachineFacts {
  const cpus = os.cpus()
  return {
    date: now.toISOString().slice(0, 10),
    cores: cpus.length,
    model: cpus[0]?.model ?? 'unknown',
    memoryGiB: Math.round(os.totalmem() / 1024 ** 3),
    system: `${os.type()} ${os.release()}`,
    node: process.version,
  }
}

/** The most memory a process has held so far, in MB; undefined where the system does not tell. */
export const peakMemory = (pid: number) => statusOf(pid, 'VmHWM')

/** The memory a process holds now, in MB; undefined where the system does not tell. */
export const memoryNow = (pid: number) => statusOf(pid, 'VmRSS')

function statusOf(pid: number, field: string): number | undefined {
  try {
    const kilobytes = new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / 1000)
  } catch {
    return undefined
  }
}

/** Jiffies a second: the same on every Linux there is. */
const TICKS = 100

/** The processor's time a process has used so far, in milliseconds over all its threads; undefined where the system does not tell. */
export function processorTime(pid: number): number | undefined {
  try {
    // proc(5): utime and stime are fields 14 and 15; the second, a name in brackets, may hold blanks.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS
  } catch {
    return undefined
  }
}
