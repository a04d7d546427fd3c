/** Tries to sign in are counted in windows of so long. */
export const SIGN_IN_WINDOW_MS = 15 * 60_000
