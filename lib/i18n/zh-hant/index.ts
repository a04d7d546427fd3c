import type { Messages } from '../message-catalogue'
import { audit } from './audit'
import { channel } from './channel'
import { channelAdmin } from './channel-admin'
import { common } from './common'
import { composer } from './composer'
import { connection } from './connection'
import { conversation } from './conversation'
import { failure } from './failure'
import { health } from './health'
import { log } from './log'
import { media } from './media'
import { member } from './member'
import { message } from './message'
import { owner } from './owner'
import { people } from './people'
import { reply } from './reply'
import { shell } from './shell'
import { signIn } from './sign-in'
import { workspace } from './workspace'

export const zhHant: Messages = {
  common,
  shell,
  failure,
  conversation,
  message,
  reply,
  composer,
  owner,
  member,
  media,
  channel,
  channelAdmin,
  connection,
  log,
  audit,
  health,
  workspace,
  people,
  signIn,
}
