export const channelParts = ['overview', 'choice', 'release', 'keys', 'care'] as const
export type ChannelPart = (typeof channelParts)[number]

/** What the address may say of the publishing desk: `?channel=xian-zhengce&part=choice`, or `?part=new` for the ceremony. */
export interface PublishingAddress {
  readonly channel?: string | undefined
  readonly part?: string | undefined
}

export function partFromAddress({ part }: PublishingAddress): ChannelPart {
  return channelParts.find((known) => known === part) ?? 'overview'
}
