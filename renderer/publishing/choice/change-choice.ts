import type { ChannelChoice } from '../../../library/updates/publishing/publishing-view.ts'

/** What a person does to a channel's choice. */
export type ChoiceStep =
  | { readonly do: 'add-query' | 'remove-query'; readonly query: string }
  | { readonly do: 'add' | 'remove' | 'exclude' | 'include'; readonly itemId: string }

/** The choice after one step; an item is never both added by hand and excluded. */
export function changeChoice(choice: ChannelChoice, step: ChoiceStep): ChannelChoice {
  const { queries, items, excluded } = choice
  switch (step.do) {
    case 'add-query':
      return { ...choice, queries: withOne(queries, step.query) }
    case 'remove-query':
      return { ...choice, queries: without(queries, step.query) }
    case 'add':
      return { ...choice, items: withOne(items, step.itemId), excluded: without(excluded, step.itemId) }
    case 'remove':
      return { ...choice, items: without(items, step.itemId) }
    case 'exclude':
      return { ...choice, items: without(items, step.itemId), excluded: withOne(excluded, step.itemId) }
    case 'include':
      return { ...choice, excluded: without(excluded, step.itemId) }
  }
}

const without = (list: readonly string[], one: string) => list.filter((other) => other !== one)
const withOne = (list: readonly string[], one: string) => (list.includes(one) ? list : [...list, one])
