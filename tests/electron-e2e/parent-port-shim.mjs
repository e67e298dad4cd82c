// Gives a Node.js process the `process.parentPort` of Electron's utility process, ports included, over Node's IPC.
import { EventEmitter } from 'node:events'

const arrivals = new EventEmitter()
/** @type {Map<number, EventEmitter>} */
const ports = new Map()

/** @param {number} id */
function openPort(id) {
  const port = Object.assign(new EventEmitter(), {
    postMessage: (/** @type {unknown} */ message) => void process.send?.({ kind: 'port', id, message }),
    start: () => {},
    close: () => {},
  })
  ports.set(id, port)
  return port
}

process.on('message', (/** @type {{ kind: string, id: number, ids: number[], message: unknown }} */ packet) => {
  if (packet.kind === 'port') ports.get(packet.id)?.emit('message', { data: packet.message })
  else arrivals.emit('message', { data: packet.message, ports: packet.ids.map(openPort) })
})
process.on('disconnect', () => process.exit(0))

Reflect.set(process, 'parentPort', {
  on: arrivals.on.bind(arrivals),
  once: arrivals.once.bind(arrivals),
  postMessage: (/** @type {unknown} */ message) => void process.send?.({ kind: 'data', message }),
})
