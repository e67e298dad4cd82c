export const responsesZhCN = {} as const
