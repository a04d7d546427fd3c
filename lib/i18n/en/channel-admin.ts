export const channelAdmin = {} as const
