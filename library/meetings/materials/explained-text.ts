const BEGINS = '（这个资料库里没有原文。'

/**
 * What another text says of a provision whose own text is not here, so that nobody takes it for the provision.
 * @param by the title of what says it
 */
export const explainedText = (by: string, said: string): string =>
  `${BEGINS}${by.includes('《') ? by : `《${by}》`}里说：）\n\n${said}`

/** Whether the words that are kept are another text's: the provision itself may come later. */
export const isOnlyExplained = (text: string | undefined): boolean => text?.startsWith(BEGINS) ?? false
