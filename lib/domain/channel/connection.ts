import type { Said } from '@/lib/i18n/reason'
import type { Dialect } from './channel'

/** All of a connection that an admin sets, but its token. */
export interface ConnectionFields {
  name: string
  botUrl: string
  restUrl: string
  fileUrl: string
  responseKey: 'response' | 'responses'
  tokenParam: 'accessToken' | 'access_token'
  signatureHeader: string
  dialect: Dialect
}

/** A connection as admins see it: of its token at most the last four characters. Times in epoch ms. */
export interface ConnectionOverview extends ConnectionFields {
  id: string
  tokenHint: string
  createdAt: number
  /** How many channels it has. */
  channels: number
  /** How many of them are not disconnected. */
  connected: number
}

const FINDING_STATES = [
  'answers',
  'no-scope',
  'no-token',
  'wrong-address',
  'wrong-setting',
  'unreached',
  'unclear',
  'unchecked',
] as const

/** What the check of a connection asks about. */
export type ApiId =
  | 'sendReply'
  | 'arrayKey'
  | 'readMember'
  | 'setLiveChat'
  | 'getFile'
  | 'listIntegrations'
  | 'deleteIntegration'
  | 'createIntegration'
  | 'signature'

/**
 * What an API said when it was asked for something that does not exist, under the name that people read; `scope` is empty
 * where none is asked about.
 */
export interface ApiFinding {
  id: ApiId
  api: Said
  scope: string
  state: (typeof FINDING_STATES)[number]
  text: Said
  dialect?: string
}

/** An integration at Stella, its credentials masked. */
export interface MaskedIntegration {
  id: string
  fields: Record<string, unknown>
}
