import { type ChildProcess, fork } from 'node:child_process'
import { EventEmitter } from 'node:events'

const shim = new URL('./parent-port-shim.mjs', import.meta.url).href

/** One end of a channel, as Electron's MessagePortMain. */
class FakePort extends EventEmitter {
  /** Where what this end sends arrives. */
  deliver: (message: unknown) => void = () => {}

  postMessage(message: unknown): void {
    this.deliver(message)
  }
  start(): void {}
  close(): void {}
}

export class FakeMessageChannel {
  readonly port1 = new FakePort()
  readonly port2 = new FakePort()

  constructor() {
    this.port1.deliver = (message) => this.port2.emit('message', { data: message })
    this.port2.deliver = (message) => this.port1.emit('message', { data: message })
  }
}

interface Packet {
  readonly kind: 'data' | 'port'
  readonly id: number
  readonly message: unknown
}

/** A real process with Electron's `process.parentPort`; a port that is posted to it is tunnelled. */
class FakeUtilityProcess extends EventEmitter {
  readonly #child: ChildProcess
  readonly #ports = new Map<number, FakePort>()

  constructor(child: ChildProcess) {
    super()
    this.#child = child
    child.on('message', (packet: Packet) => {
      if (packet.kind === 'data') this.emit('message', packet.message)
      else this.#ports.get(packet.id)?.deliver(packet.message)
    })
    child.on('exit', (code) => this.emit('exit', code ?? 1))
  }

  get pid(): number | undefined {
    return this.#child.pid
  }

  postMessage(message: unknown, ports: readonly FakePort[] = []): void {
    const ids = ports.map((port) => {
      const id = this.#ports.size
      this.#ports.set(id, port)
      port.on('message', ({ data }) => this.#child.connected && this.#child.send({ kind: 'port', id, message: data }))
      return id
    })
    if (this.#child.connected) this.#child.send({ kind: 'data', message, ids })
  }

  kill(): boolean {
    return this.#child.kill('SIGKILL')
  }
}

export const started: FakeUtilityProcess[] = []

/** Stands for Electron's `utilityProcess`. */
export const fakeUtilityProcess = {
  fork(entry: string, args: readonly string[], options: { execArgv?: string[]; env?: NodeJS.ProcessEnv }) {
    const child = fork(entry, args, {
      execArgv: ['--import', shim, ...(options.execArgv ?? [])],
      env: options.env ?? process.env,
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    const utility = new FakeUtilityProcess(child)
    started.push(utility)
    return utility
  },
}
