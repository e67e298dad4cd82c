import { describe, expect, it } from 'vitest'
import { chineseCatalogues, englishCatalogues } from '../../../renderer/language/catalogues.ts'

type Tree = { readonly [key: string]: string | Tree }

function* leaves(tree: Tree, path = ''): Generator<[path: string, text: string]> {
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') yield [`${path}${key}`, value]
    else yield* leaves(value, `${path}${key}.`)
  }
}

const slots = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).toSorted()

describe('the two languages', () => {
  const english = new Map(leaves(englishCatalogues))
  const chinese = new Map(leaves(chineseCatalogues))

  it('have the same texts', () => {
    expect([...english.keys()].toSorted()).toEqual([...chinese.keys()].toSorted())
  })

  it('fill the same slots in each text', () => {
    const slotsOf = (texts: Map<string, string>) => new Map([...texts].map(([path, text]) => [path, slots(text)]))
    expect(slotsOf(english)).toEqual(slotsOf(chinese))
  })
})
