/** No member, channel, media or integration has this id, so nothing can happen to one. */
export const NOBODY = 'stella-inbox-connection-check'
