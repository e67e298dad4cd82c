export const balanceZhCN = {} as const
