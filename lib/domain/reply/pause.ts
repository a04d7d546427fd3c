/**
 * Why a connection takes no replies for now. `limit`: some call said that the limit of calls is used up. `busy`: a reply
 * was turned away with 429, or 503 and `Retry-After`. `unreached`: nobody was there. `unclear`: a reply met a time-out, a
 * cut connection or another 5xx, and nobody knows what became of it.
 */
export type PauseCause = 'limit' | 'busy' | 'unreached' | 'unclear'
