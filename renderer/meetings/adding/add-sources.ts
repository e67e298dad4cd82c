/** Where things for a meeting are found. */
export const addSources = ['search', 'favourites', 'feeds', 'materials', 'fitting'] as const
export type AddSource = (typeof addSources)[number]
