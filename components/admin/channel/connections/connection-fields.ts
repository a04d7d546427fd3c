import type { ConnectionInput } from '@/lib/client/channel/channel-admin'
import type { ConnectionFields } from '@/lib/domain/channel/connection'

/** Where Stella is found unless somebody says otherwise (Facts §1.1). */
export const USUAL_CONNECTION: ConnectionFields = {
  name: '',
  botUrl: 'https://bot.stellabot.com',
  restUrl: 'https://api.stella.sanuker.com/vnext/rest',
  fileUrl: 'https://api.stella.sanuker.com/vnext',
  responseKey: 'response',
  tokenParam: 'access_token',
  signatureHeader: 'X-Stella-Signature',
  dialect: 'stella',
}

/** Under which name each generation signs (Facts §3.1, §3.5). */
const USUAL_HEADERS = { stella: 'X-Stella-Signature', woztell: 'X-Woztell-Signature' } as const

/** The usual header changes with the dialect; one that somebody chose stays. */
export function withDialect(value: string, header: string): Partial<ConnectionFields> {
  const dialect = value === 'woztell' ? value : 'stella'
  const isUsual = Object.values<string>(USUAL_HEADERS).includes(header)
  return isUsual ? { dialect, signatureHeader: USUAL_HEADERS[dialect] } : { dialect }
}

/** Only what the form holds, and the token only where one was typed: without it the stored one stays. */
export function toConnectionInput(fields: ConnectionFields, accessToken: string): ConnectionInput {
  const { name, botUrl, restUrl, fileUrl, responseKey, tokenParam } = fields
  const { signatureHeader, dialect } = fields
  const shown = {
    name,
    botUrl,
    restUrl,
    fileUrl,
    responseKey,
    tokenParam,
    signatureHeader,
    dialect,
  }
  return accessToken ? { ...shown, accessToken } : shown
}
