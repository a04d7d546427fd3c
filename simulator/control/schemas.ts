import { z } from 'zod'
import { HAPPENINGS, type Happening } from '../day/happenings'
import { FAULT_APIS, FAULT_NAMES } from '../faults'
import { DEFAULT_APP, DEFAULT_SCOPES, PLATFORMS, SUBSCRIPTIONS } from '../state'
import { MEMBER_MEDIA, memberActionSchema } from '../wire/member-action'

export const channelBody = z.object({
  platform: z.enum(PLATFORMS),
  app: z.string().default(DEFAULT_APP),
  name: z.string(),
  externalId: z.string(),
  secret: z.string(),
  webhookUrl: z.url(),
  subscriptions: z.array(z.enum(SUBSCRIPTIONS)).default([...SUBSCRIPTIONS]),
})

const who = z.object({ channel: z.string(), member: z.string() })

/** `text` and `media` are short for what is done most; `action` is everything a member can do. */
export const sayBody = who.extend({
  text: z.string().min(1).optional(),
  media: z.enum(MEMBER_MEDIA).optional(),
  piece: z.string().optional(),
  caption: z.string().optional(),
  replyTo: z.string().optional(),
  action: memberActionSchema.optional(),
  /** The name of somebody who is not of the cast; counts on their first message. */
  name: z.string().optional(),
  locale: z.string().optional(),
  /** A photo of the catalogue as their profile picture; counts on their first message too. */
  picture: z.string().optional(),
  /** When it was written, epoch ms. */
  at: z.number().optional(),
  faults: z.array(z.enum(FAULT_NAMES)).default([]),
  copies: z.number().int().min(2).max(10).optional(),
})

export const relayBody = who.extend({
  text: z.string().min(1),
  fromMember: z.boolean().default(false),
})

export const readBody = who

export const happeningBody = who.extend({
  what: z.enum(Object.keys(HAPPENINGS) as [Happening, ...Happening[]]),
  text: z.string().min(1).optional(),
})

export const liveChatBody = z.object({ channel: z.string(), liveChat: z.boolean() })

export const faultBody = z.object({
  fault: z.enum(FAULT_NAMES),
  times: z.number().int().positive().default(1),
  channel: z.string().optional(),
  member: z.string().optional(),
  api: z.enum(FAULT_APIS).default('sendResponses'),
  ms: z.number().int().positive().optional(),
  copies: z.number().int().min(2).max(10).optional(),
})

/** So many calls a token in so many seconds, told in the headers of every answer. */
export const limitBody = z.object({
  calls: z.number().int().positive(),
  seconds: z.number().int().positive().default(60),
})

export const tokenBody = z.object({
  token: z.string().min(1).optional(),
  scopes: z.array(z.string()).default(DEFAULT_SCOPES),
  app: z.string().optional(),
})

export const deauthorizeBody = z.object({ channel: z.string() })

/** `bodyBase64` is for bytes that are no text. */
export const rawBody = z
  .object({
    channel: z.string(),
    body: z.string().optional(),
    bodyBase64: z.base64().optional(),
    sign: z.boolean().default(true),
    signature: z.string().optional(),
  })
  .refine(({ body, bodyBase64 }) => (body === undefined) !== (bodyBase64 === undefined), {
    error: 'Give either body or bodyBase64.',
  })

export const dayBody = z.object({
  history: z.boolean().default(false),
  /** 2 is twice as fast. */
  pace: z.number().positive().default(1),
  /** How far back the history reaches, in minutes. */
  historyMinutes: z.number().min(0).default(1.5),
})
