import type { SlipView, StoryEvent } from '../process/process-view.ts'
import { STEP_NAMES } from '../process/step-names.ts'
import type { StoryRecord } from '../story.schema.ts'
import type { Remark, SlipBody } from './slip.schema.ts'
import { senderFingerprint } from './slip-sender.ts'
import type { KeptSlip, ListedSlip } from './slips.repository.ts'

interface SentMedia {
  /** As the record calls it. */
  readonly mediaId: string
  readonly sha256: string
  readonly mediaType: string
}

/** A slip with what was in it. */
export interface SlipContents extends SlipView {
  readonly record?: StoryRecord | undefined
  /** Cleaned copies, by the id that the record gives the picture. */
  readonly pictures: readonly SentMedia[]
  /** Films and sounds, as they would be published. */
  readonly films: readonly SentMedia[]
  readonly events: readonly Pick<StoryEvent, 'number' | 'at' | 'by' | 'type' | 'hash'>[]
  /** What was asked for and not done yet; of an answer, what the reviewer said. */
  readonly remarks: readonly Remark[]
}

/** @param known how many slips came from each sender so far */
export function viewSlip(slip: ListedSlip, known: ReadonlyMap<string, number>): SlipView {
  const { body, state } = slip
  const { name, publicKey } = body.sender
  return {
    type: body.type,
    id: body.id,
    storyId: body.storyId,
    title: body.title,
    from: { name, publicKey, fingerprint: senderFingerprint(publicKey) },
    known: slip.direction === 'out' || (known.get(publicKey) ?? 0) > 1,
    sentAt: body.sentAt,
    step: body.step,
    answer: body.answer,
    note: body.note,
    state,
    says: slip.says ?? sentenceOf(slip),
  }
}

export function viewContents(slip: KeptSlip, known: ReadonlyMap<string, number>): SlipContents {
  const { body } = slip
  return {
    ...viewSlip(slip, known),
    record: 'record' in body ? body.record : undefined,
    pictures: mediaOf(body).filter(({ mediaType }) => mediaType.startsWith('image/')),
    films: mediaOf(body).filter(({ mediaType }) => !mediaType.startsWith('image/')),
    // Looked at as they came; their hashes are the sender's.
    events: body.type === 'review-request' ? (body.events as unknown as SlipContents['events']) : [],
    remarks: body.type === 'review-request' ? body.tasks : body.type === 'review-answer' ? body.remarks : [],
  }
}

const mediaOf = (body: SlipBody): SentMedia[] =>
  body.files.flatMap(({ media, sha256, mediaType }) =>
    media === undefined ? [] : [{ mediaId: media, sha256, mediaType }],
  )

function sentenceOf({ body, direction, state }: ListedSlip): string | undefined {
  if (direction === 'out') {
    if (body.type === 'review-request') return state === 'answered' ? '意见已经收到。' : '已经写出，等着对方的意见。'
    if (body.type === 'submission' && state === 'answered') return '对方退回修改，意见已经收到。'
    return '已经写出，请交给收件的单位。'
  }
  switch (state) {
    case 'new':
      return `对方请您${body.step ? STEP_NAMES[body.step] : '看一看'}。`
    case 'answered':
      return body.type === 'submission'
        ? '已退回修改，意见已经写出，请交回报送的单位。'
        : '意见已经写出，请交回送审的单位。'
    case 'waiting':
      return body.step && `还没到“${STEP_NAMES[body.step]}”这一步，到时自动办理。`
    case 'taken':
      return body.type === 'submission' ? '已收下，等着核实。' : '已照意见办理。'
    default:
      return undefined
  }
}
