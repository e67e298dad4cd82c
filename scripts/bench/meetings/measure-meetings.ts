import path from 'node:path'
import type { Deck } from '../../../library/meetings/deck/deck.ts'
import type { MaterialPicture } from '../../../library/meetings/materials/cited.schema.ts'
import type { MaterialView, ReceivedPictures } from '../../../library/meetings/materials/material-view.ts'
import { type Row, row } from '../row.ts'
import { type ServiceUnderTest, settled, startServiceUnderTest } from '../service-under-test.ts'
import { inventMeeting, inventPicture } from './invent-meeting.ts'
import { measureWindow } from './measure-window.ts'
import { plainPptx } from './plain-pptx.ts'

export interface MeetingMeasurement {
  readonly projectRoot: string
  /** A folder to be filled. */
  readonly scratch: string
  readonly words: readonly string[]
  readonly note: (text: string) => void
}

const SLIDES = 60
const PICTURES = 40
/** Parts of the outline that is written in. */
const PARTS = 200
/** Seconds. */
const WANTED = { pptx: 5, pdf: 10 }

/** Makes slides of an invented meeting as .pptx and PDF, opens them, and writes in a long outline. */
export async function measureMeetings({ projectRoot, scratch, words, note }: MeetingMeasurement): Promise<Row[]> {
  const service = await startServiceUnderTest(projectRoot, path.join(scratch, 'library'))
  try {
    await settled(service)
    note(`meetings: drawing ${PICTURES} pictures`)
    const drawn = await Promise.all(Array.from({ length: PICTURES }, (_, number) => inventPicture(number)))
    const pictures = await sendPictures(service, drawn)
    const { id, deck } = await meetingOfSlides(service, words, pictures)
    note(`meetings: ${deck.slides.length} slides as files`)
    const pptx = await twice(() => service.bytes(`materials/${id}/files/slides?format=pptx`))
    const pdf = await twice(() => service.bytes(`materials/${id}/files/slides?format=pdf`))
    const plain = await seconds(() => plainPptx(deck, drawn))
    const memory = service.peakMemory()
    const what = `${deck.slides.length} slides with ${PICTURES} pictures`
    note('meetings: in the window')
    const long = await service.post<MaterialView>('materials', { record: inventMeeting(words, PARTS, []) })
    return [
      row(`${what} to .pptx, first / again`, both(pptx), `< ${WANTED.pptx} s`, pptx.first < WANTED.pptx),
      row(
        'the same words and pictures by pptxgenjs alone',
        `${plain.toFixed(2)} s, ×${(pptx.first / plain).toFixed(1)}`,
      ),
      row(`${what} to PDF, first / again`, both(pdf), `< ${WANTED.pdf} s`, pdf.first < WANTED.pdf),
      ...(memory === undefined ? [] : [row('memory of the service, at most', `${memory.toFixed(0)} MB`)]),
      ...(await measureWindow(service, { show: id, long: long.id, slides: deck.slides.length, parts: PARTS })),
    ]
  } finally {
    await service.stop()
  }
}

async function sendPictures(service: ServiceUnderTest, drawn: readonly Buffer[]): Promise<readonly MaterialPicture[]> {
  const form = new FormData()
  for (const [at, bytes] of drawn.entries())
    form.append('files', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), `照片${at + 1}.jpg`)
  const { added, refused } = await service.send<ReceivedPictures>('materials/pictures', form)
  if (refused.length > 0) throw new Error(`${refused.length} pictures were refused: ${refused[0]?.reason}`)
  return added.map((picture, at) => ({
    ...picture,
    id: `p-${at}`,
    caption: `入户照片${at + 1}`,
    alternative: '一张照片',
  }))
}

/** Adds parts until there are slides enough. */
async function meetingOfSlides(
  service: ServiceUnderTest,
  words: readonly string[],
  pictures: readonly MaterialPicture[],
) {
  for (let parts = 6; ; parts += 2) {
    const { id } = await service.post<MaterialView>('materials', { record: inventMeeting(words, parts, pictures) })
    const deck = await service.get<Deck>(`materials/${id}/deck`)
    if (deck.slides.length >= SLIDES || parts > 80) return { id, deck }
  }
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

async function twice(work: () => Promise<unknown>): Promise<{ first: number; again: number }> {
  return { first: await seconds(work), again: await seconds(work) }
}

const both = ({ first, again }: { first: number; again: number }) => `${first.toFixed(2)} / ${again.toFixed(2)} s`
