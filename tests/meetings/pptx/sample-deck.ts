import type { Block, BlockBox, Deck, Slide } from '../../../library/meetings/deck/deck.ts'
import { lookOf } from '../../../library/meetings/deck/looks.ts'
import { SPACING } from '../../../library/meetings/deck/slide-spacing.ts'
import type { SlideTheme } from '../../../library/meetings/outline/outline.schema.ts'

/** A slide whose blocks stand below one another, each as high as the next. */
export function slideWith(id: string, blocks: readonly Block[], more: Partial<Slide> = {}): Slide {
  const isCover = ['cover', 'part', 'end'].includes(more.layout ?? 'content')
  const top = isCover ? 310 : 130
  const height = Math.floor((490 - top) / Math.max(1, blocks.length)) - 10
  const boxes = blocks.map((block, index): BlockBox => {
    const box = { x: 56, y: top + index * (height + 10), width: 848, height, size: 24 }
    if (block.type !== 'picture') return block.type === 'table' ? { ...box, size: 18 } : box
    return { ...box, height: height - 28, caption: { x: 56, y: box.y + height - 26, width: 848, height: 24 } }
  })
  return {
    id,
    layout: 'content',
    title: id,
    kicker: '政策领学',
    blocks,
    frame: {
      kicker: { x: 56, y: 32, width: 848, height: 24 },
      title: isCover ? { x: 56, y: 150, width: 848, height: 130 } : { x: 56, y: 60, width: 848, height: 54 },
      titleSize: isCover ? 44 : 32,
      blocks: boxes,
      citations: { x: 56, y: 494, width: 760, height: 26 },
    },
    citations: [],
    notes: [],
    ...more,
  }
}

export function deckWith(slides: readonly Slide[], theme: SlideTheme = 'quiet'): Deck {
  return {
    title: '宅基地政策专题学习',
    theme,
    look: lookOf(theme),
    spacing: SPACING,
    slides,
    on: '2026-11-21',
    minutes: 60,
    warnings: [],
  }
}

export const text = (...lines: readonly string[]): Block => ({
  type: 'text',
  lines: lines.map((words) => ({ runs: [{ text: words }], level: 0 })),
})
