/** The sections of the text, in the order they are read. */
export const STORY_SECTIONS_IN_FORM = ['problem', 'done', 'cost', 'failed', 'result', 'caution'] as const
