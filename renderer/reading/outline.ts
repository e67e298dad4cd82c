import type { PassageView } from '../../library/items/item-view.ts'

/** A heading or a provision in the outline. */
export interface OutlineNode {
  /** The passage's number in the revision. */
  readonly passage: number
  readonly anchor: string
  readonly heading: string
  /** The first words, for provisions, which have only a number. */
  readonly gist: string
  readonly children: readonly OutlineNode[]
}

/** One line of the outline as shown. */
export interface OutlineRow {
  readonly node: OutlineNode
  readonly depth: number
  readonly expanded: boolean | undefined
  readonly parent: OutlineNode | undefined
}

interface OpenNode extends OutlineNode {
  readonly children: OpenNode[]
}

const GIST_LENGTH = 28

/** The tree of 编, 章, 节 with the provisions below them. */
export function buildOutline(passages: readonly PassageView[]): OutlineNode[] {
  const roots: OpenNode[] = []
  const above: { level: number; node: OpenNode }[] = []
  passages.forEach((passage, index) => {
    if (passage.type !== 'heading' && passage.type !== 'provision') return
    const isHeading = passage.type === 'heading'
    const node: OpenNode = {
      passage: index,
      anchor: passage.anchor,
      heading: passage.heading,
      gist: isHeading ? '' : passage.text.replace(/\s+/g, ' ').slice(0, GIST_LENGTH),
      children: [],
    }
    if (isHeading) while (above.length > 0 && (above.at(-1)?.level ?? 0) >= passage.level) above.pop()
    const siblings = above.at(-1)?.node.children ?? roots
    siblings.push(node)
    if (isHeading) above.push({ level: passage.level, node })
  })
  return roots
}

/** The nodes from the outermost heading to the last node at or before `passage`. */
export function outlinePath(nodes: readonly OutlineNode[], passage: number): OutlineNode[] {
  const here = nodes.findLast((node) => node.passage <= passage)
  return here ? [here, ...outlinePath(here.children, passage)] : []
}

/** What is open unless the person said otherwise: headings always, provisions where one is reading. */
function opensByItself(node: OutlineNode, path: readonly OutlineNode[]): boolean {
  return node.children.some((child) => child.children.length > 0) || path.includes(node)
}

/** The lines to show, in order. `chosen` holds what the person opened or closed by anchor. */
export function outlineRows(
  nodes: readonly OutlineNode[],
  path: readonly OutlineNode[],
  chosen: ReadonlyMap<string, boolean>,
  depth = 0,
  parent?: OutlineNode,
): OutlineRow[] {
  return nodes.flatMap((node) => {
    const expanded = node.children.length === 0 ? undefined : (chosen.get(node.anchor) ?? opensByItself(node, path))
    const row: OutlineRow = { node, depth, expanded, parent }
    return expanded ? [row, ...outlineRows(node.children, path, chosen, depth + 1, node)] : [row]
  })
}
