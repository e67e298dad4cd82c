/** What stands beside the outline, one at a time. */
export const deskSides = ['part', 'add', 'facts', 'changes', 'out', 'responses'] as const
export type DeskSide = (typeof deskSides)[number]
