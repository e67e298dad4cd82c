import { request } from 'node:http'
import { z } from 'zod'

const Shown = z.object({ shown: z.boolean(), address: z.string().optional(), ticketUrl: z.string().optional() })

/** Asks the instance that already serves this library, over its pipe, to show its window. */
export function showRunning(pipe: string): Promise<z.infer<typeof Shown>> {
  return new Promise((resolve, reject) => {
    const asking = request(
      { socketPath: pipe, path: '/api/instance/show', method: 'POST', timeout: 5_000 },
      (answer) => {
        let text = ''
        answer.setEncoding('utf8')
        answer.on('data', (part: string) => {
          text += part
        })
        answer.on('end', () => {
          try {
            resolve(Shown.parse(JSON.parse(text)))
          } catch (error) {
            reject(error)
          }
        })
      },
    )
    asking.on('timeout', () => asking.destroy(new Error('no answer within 5 s')))
    asking.on('error', reject)
    asking.end()
  })
}
