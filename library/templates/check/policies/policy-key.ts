import { identityTitle } from '../../../items/item-identity.ts'
import { foldText } from '../../../search/han-text.ts'

/** What two writings of one title have in common, as the library's title keys have it. */
export const policyKey = (title: string): string => identityTitle(foldText(title))
