import type { Element, Node } from '@xmldom/xmldom'

const isElement = (node: Node | null): node is Element => node?.nodeType === 1

/** An element's child elements. */
export function* childElements(parent: Node): Generator<Element> {
  for (let node = parent.firstChild; node; node = node.nextSibling) if (isElement(node)) yield node
}

/** The first child of this local name. */
export function child(parent: Element | undefined, name: string): Element | undefined {
  if (!parent) return undefined
  for (const element of childElements(parent)) if (element.localName === name) return element
  return undefined
}

/** All elements below, of this local name, in document order. */
export function descendants(parent: Node, name: string): Element[] {
  const found: Element[] = []
  const visit = (node: Node) => {
    for (const element of childElements(node)) {
      if (element.localName === name) found.push(element)
      visit(element)
    }
  }
  visit(parent)
  return found
}

/** An attribute of the element's own namespace, e.g. `w:val` of a `w:` element; undefined when absent. */
export function attribute(element: Element | undefined, name: string): string | undefined {
  if (!element) return undefined
  return element.getAttributeNS(element.namespaceURI, name) ?? element.getAttribute(name) ?? undefined
}

export function numberAttribute(element: Element | undefined, name: string): number | undefined {
  const value = attribute(element, name)
  if (value === undefined) return undefined
  const number = Number.parseFloat(value)
  return Number.isFinite(number) ? number : undefined
}

/** A toggle such as `w:b`: on when present without a value that says no; undefined when absent. */
export function toggle(properties: Element | undefined, name: string): boolean | undefined {
  const element = child(properties, name)
  return element && !/^(0|false|off|none)$/i.test(attribute(element, 'val') ?? '')
}

/** The child of this local name, made where it is missing, at the place that ECMA-376 gives it. */
export function ensureChild(parent: Element, name: string, order: readonly string[]): Element {
  const present = child(parent, name)
  if (present) return present
  const document = parent.ownerDocument
  if (!document) throw new TypeError('an element of no document cannot take a child')
  const made = document.createElementNS(parent.namespaceURI, `w:${name}`)
  const later = new Set(order.slice(order.indexOf(name) + 1))
  let before: Element | null = null
  for (const element of childElements(parent)) {
    if (!later.has(element.localName ?? '')) continue
    before = element
    break
  }
  parent.insertBefore(made, before)
  return made
}
