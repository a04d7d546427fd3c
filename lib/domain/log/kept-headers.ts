/** Headers that are kept of every delivery, lower case; beside them, only the one that its signature was in. */
export const KEPT_HEADERS = ['content-type', 'user-agent', 'date', 'x-forwarded-for']
