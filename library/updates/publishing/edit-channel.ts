import { localDate } from '../../items/record-revision.ts'
import { type ChannelDefinition, readDefinition, writeDefinition } from './channel-definition.ts'
import { openFolder, withFolder } from './open-folder.ts'
import type { PublishingAccess } from './publish-channel.ts'
import { publishingError } from './publishing-error.ts'
import type { ChannelChoice } from './publishing-view.ts'

/** Changes what `channel.json` says; nothing is published by it. @throws {PublishingError} PUBLISHING_BUSY */
async function edit(
  directory: string,
  change: (definition: ChannelDefinition) => ChannelDefinition | Promise<ChannelDefinition>,
): Promise<void> {
  await withFolder(directory, async () => {
    await writeDefinition(directory, await change(await readDefinition(directory)))
  })
}

export const setChoice = (directory: string, choice: ChannelChoice) =>
  edit(directory, (definition) => ({
    ...definition,
    choice: {
      queries: [...new Set(choice.queries)],
      items: [...new Set(choice.items)],
      excluded: [...new Set(choice.excluded)],
    },
  }))

export const setNextExpected = (directory: string, on: string | null) =>
  edit(directory, ({ nextExpectedOn: _former, ...definition }) => ({
    ...definition,
    ...(on !== null && { nextExpectedOn: on }),
  }))

/**
 * Takes an item back with the next version, for a reason that readers see.
 * @throws {PublishingError} PUBLISHED_ITEM_NOT_FOUND
 */
export const withdrawItem = (
  { db, clock }: Pick<PublishingAccess, 'db' | 'clock'>,
  directory: string,
  withdrawal: { readonly itemId: string; readonly reason: string; readonly replacedBy?: string | undefined },
) =>
  edit(directory, async (definition) => {
    const { itemId, reason, replacedBy } = withdrawal
    const { released, draft } = await openFolder(directory)
    const title =
      (released?.entries.get(itemId) ?? draft?.entries.get(itemId))?.title ??
      (await db.selectFrom('item').where('id', '=', itemId).select('title').executeTakeFirst())?.title
    if (title === undefined) throw publishingError('PUBLISHED_ITEM_NOT_FOUND', itemId)
    const tombstone = { itemId, title, withdrawnOn: localDate(clock()), reason, ...(replacedBy && { replacedBy }) }
    const others = definition.withdrawn.filter((one) => one.itemId !== itemId)
    return { ...definition, withdrawn: [...others, tombstone] }
  })

/** @throws {PublishingError} PUBLISHED_ITEM_NOT_FOUND */
export const undoWithdrawal = (directory: string, itemId: string) =>
  edit(directory, (definition) => {
    const withdrawn = definition.withdrawn.filter((one) => one.itemId !== itemId)
    if (withdrawn.length === definition.withdrawn.length) throw publishingError('PUBLISHED_ITEM_NOT_FOUND', itemId)
    return { ...definition, withdrawn }
  })
