import type { Block, Slide } from '../../../library/meetings/deck/deck.ts'

type Stepped = Pick<Slide, 'layout' | 'blocks'>

/** What comes of each choice is told one after the other; the options of a question are all there at once. */
function stepsOfBlock(block: Block): number {
  return block.type === 'choices' && block.choices.every(({ right }) => right === undefined) ? block.choices.length : 0
}

/** How often one presses before the next slide. */
export function stepsOf({ layout, blocks }: Stepped): number {
  return layout === 'answer' ? blocks.reduce((sum, block) => sum + stepsOfBlock(block), 0) : 0
}

/** The first step of each block, where it has steps. */
export function firstSteps({ layout, blocks }: Stepped): readonly (number | undefined)[] {
  let next = 0
  return blocks.map((block) => {
    const first = next
    if (layout !== 'answer' || stepsOfBlock(block) === 0) return undefined
    next += stepsOfBlock(block)
    return first
  })
}
