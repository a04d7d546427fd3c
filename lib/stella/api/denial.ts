/**
 * Whether a refusal is about who asks: the token is not accepted, or it lacks a scope. By status where there is one,
 * else by Stella's words: its APIs also refuse with 200 and `ok: 0` (Facts §0, §5.3).
 */
export function denialOf(status: number, words: string): 'token' | 'scope' | undefined {
  if (status === 401) return 'token'
  if (status === 403) return 'scope'
  if (SCOPE_WORDS.test(words)) return 'scope'
  return TOKEN_WORDS.test(words) ? 'token' : undefined
}

/** First: a refusal for want of a scope names the token too. */
const SCOPE_WORDS =
  /\bscopes?\b|\bpermission denied\b|\b(insufficient|no|missing|lacks?)( \w+)? permissions?\b|\bnot (permitted|allowed) to call\b/i

const TOKEN_WORDS =
  /\b(access[ _-]?token|api[ _-]?key)\b.*\b(invalid|expired|missing|required|revoked|not (valid|accepted|found|known))\b|\b(invalid|expired|missing|revoked|unknown|bad|no) (access[ _-]?token|api[ _-]?key|token|credentials)\b|\bunauthori[sz]ed\b|\bnot authenticated\b/i
