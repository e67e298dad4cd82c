import { expect, it } from 'vitest'
import { readEvents } from '../../../renderer/service/read-events.ts'

async function eventsOf(...chunks: (string | Uint8Array)[]): Promise<string[]> {
  const encoder = new TextEncoder()
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(typeof chunk === 'string' ? encoder.encode(chunk) : chunk)
      controller.close()
    },
  })
  const events: string[] = []
  for await (const event of readEvents(stream)) events.push(event)
  return events
}

it('yields the data of each event and passes over comments and other fields', async () => {
  expect(await eventsOf(': hello\nevent: job\nid: 1\ndata: {"a":1}\n\ndata: {"a":2}\n\n')).toEqual([
    '{"a":1}',
    '{"a":2}',
  ])
})

it('puts together events, lines and characters that arrive in pieces', async () => {
  const bytes = new TextEncoder().encode('data: 土地\n\n')
  expect(await eventsOf('da', 'ta: 一\n', '\n', bytes.slice(0, 8), bytes.slice(8))).toEqual(['一', '土地'])
})

it('reads CRLF even when the pair is cut in two', async () => {
  expect(await eventsOf('data: 1\r', '\n\r', '\ndata: 2\r\n\r\n')).toEqual(['1', '2'])
})

it('yields what stood before the stream ended without a blank line', async () => {
  expect(await eventsOf('data: 1\n\ndata: 2')).toEqual(['1', '2'])
})
