import { useChannels } from './use-channels.ts'

/** What a channel's publisher calls it; its id where it is not, or no longer, known here. */
export function useChannelTitles(): (channel: string) => string {
  const { data } = useChannels()
  return (channel) => data?.find(({ id }) => id === channel)?.title ?? channel
}
