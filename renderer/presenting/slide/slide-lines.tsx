import { type CSSProperties, createElement } from 'react'
import type { Line, Run } from '../../../library/meetings/deck/deck.ts'
import styles from './slide-view.module.css'

/** Paragraphs and lists in reading order; entries that follow each other are one list. Lines have no name but their place. */
export function SlideLines({ lines }: { readonly lines: readonly Line[] }) {
  return (
    <div className={styles.lines}>
      {groupsOf(lines).map((group, at) =>
        group.list ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <ul key={at} className={styles.lines}>
            {group.lines.map((line, lineAt) => (
              <li
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                key={lineAt}
                className={styles.entry}
                data-quiet={isQuiet(line) ? '' : undefined}
                style={{ '--level': line.level } as CSSProperties}
              >
                <span className={styles.marker}>{markerOf(line)}</span>
                <span>
                  <Runs runs={line.runs} />
                </span>
              </li>
            ))}
          </ul>
        ) : (
          group.lines.map((line, lineAt) => (
            <p
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              key={`${at}-${lineAt}`}
              data-quiet={isQuiet(line) ? '' : undefined}
              style={{ '--level': line.level } as CSSProperties}
            >
              <Runs runs={line.runs} />
            </p>
          ))
        ),
      )}
    </div>
  )
}

/** Said beside the rest. */
const isQuiet = ({ runs }: Line) => runs.every(({ emphasis }) => emphasis)

/** What goes on from the slide before has no marker, but its room. */
function markerOf({ marker }: Line): string {
  if (marker === undefined) return ''
  return marker === 'bullet' ? '•' : marker.number
}

function Runs({ runs }: { readonly runs: readonly Run[] }) {
  return runs.map(({ text, strong, emphasis }, at) => {
    const Tag = strong ? 'strong' : 'span'
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: runs have no name but their place
      <Tag key={at}>{emphasis ? createElement('em', undefined, text) : text}</Tag>
    )
  })
}

interface Group {
  readonly list: boolean
  readonly lines: Line[]
}

function groupsOf(lines: readonly Line[]): readonly Group[] {
  const groups: Group[] = []
  for (const line of lines) {
    const list = line.marker !== undefined || line.continues === true
    const last = groups.at(-1)
    if (last?.list === list) last.lines.push(line)
    else groups.push({ list, lines: [line] })
  }
  return groups
}
