import { useTranslation } from 'react-i18next'
import type { Block, BlockBox } from '../../../library/meetings/deck/deck.ts'
import { points } from './slide-box.ts'
import { SlideLines } from './slide-lines.tsx'
import { SlidePicture } from './slide-picture.tsx'
import styles from './slide-view.module.css'

type Step = number | 'live' | undefined

interface SlideBlockProps {
  readonly block: Block
  readonly box: BlockBox
  readonly step: Step
  /** Of the slide's steps, the first that is the block's own. */
  readonly firstStep: number | undefined
}

/** What stands in one box of a slide. */
export function SlideBlock({ block, box, step, firstStep }: SlideBlockProps) {
  switch (block.type) {
    case 'text':
      return <SlideLines lines={block.lines} />
    case 'clause':
      return (
        <section className={styles.clause}>
          {block.heading && <p className={styles.clauseHeading}>{block.heading}</p>}
          <SlideLines lines={block.lines} />
        </section>
      )
    case 'quote':
      return (
        <figure className={styles.quote}>
          <blockquote>
            <SlideLines lines={block.lines} />
          </blockquote>
          {block.by && <figcaption>——{block.by}</figcaption>}
        </figure>
      )
    case 'picture':
      return <SlidePicture picture={block.picture} box={box} />
    case 'choices':
      return <Choices choices={block.choices} step={step} firstStep={firstStep} />
    case 'table':
      return <Table head={block.head} rows={block.rows} columns={box.columns} />
  }
}

interface ChoicesProps {
  readonly choices: Extract<Block, { readonly type: 'choices' }>['choices']
  readonly step: Step
  readonly firstStep: number | undefined
}

/** Each on a card of its own; the right one is framed and ticked, so that it is not told by colour alone. */
function Choices({ choices, step, firstStep }: ChoicesProps) {
  const { t } = useTranslation('presenting')
  const fragment = (at: number) => {
    if (step === undefined || firstStep === undefined) return {}
    const shown = step !== 'live' && firstStep + at < step
    return { className: shown ? 'fragment visible' : 'fragment', 'data-fragment-index': firstStep + at }
  }
  return (
    <ol className={styles.choices}>
      {choices.map(({ key, lines, right }, at) => (
        <li key={key} data-right={right ? '' : undefined} {...fragment(at)}>
          {key && <span className={styles.key}>{key}</span>}
          {right && (
            <span className={styles.tick} role="img" aria-label={t('slide.right')}>
              ✓
            </span>
          )}
          <div>
            <SlideLines lines={lines} />
          </div>
        </li>
      ))}
    </ol>
  )
}

interface TableProps {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly columns: readonly number[] | undefined
}

/** Rows and columns have no name but their place. */
function Table({ head, rows, columns }: TableProps) {
  return (
    <table className={styles.table}>
      <colgroup>
        {columns?.map((width, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <col key={at} style={{ width: points(width) }} />
        ))}
      </colgroup>
      {head.some((cell) => cell !== '') && (
        <thead>
          <tr>
            {head.map((cell, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <th key={at} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {rows.map((row, rowAt) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <tr key={rowAt}>
            {row.map((cell, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <td key={at}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
