const MEDIA_STATES = ['waiting', 'stored', 'gone', 'refused', 'expired'] as const
export type MediaState = (typeof MEDIA_STATES)[number]
