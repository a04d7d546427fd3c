import { z } from 'zod'
import type { ResponseObject } from '@/lib/stella/wire'
import type { Platform } from '../state'
import { Refusal } from './access'

/*
 * What the stand-in takes as an object of the `response` array: the documented fields and limits of each type, by
 * platform (Facts §4). Types that a platform's page doesn't show are refused, so that nobody comes to rely on them.
 */

const words = (max: number) =>
  z.string('is required.').min(1, 'is required.').max(max, `can have at most ${max} characters.`)
const text = words(2_000)
const address = z.url({ protocol: /^https?$/, error: 'must be a public address.' })

const url = { url: address, text: z.string().max(2_000).optional() }
const files: Record<string, z.ZodType> = {
  IMAGE: z.object(url),
  AUDIO: z.object(url),
  VIDEO: z.object(url),
  FILE: z.object(url),
}

const quickReply = z.object({
  id: z.string(),
  content_type: z.literal('text'),
  title: words(20),
  payload: words(1_000),
})

const webUrl = z.object({ type: z.literal('web_url'), url: address, title: words(20) })
const postback = z.object({
  type: z.literal('postback'),
  title: words(20),
  payload: words(1_000),
})
const call = z.object({ type: z.literal('phone_number'), title: words(20), payload: words(20) })

const card = z.object({
  title: words(80),
  subtitle: z.string().max(80).optional(),
  image_url: address.optional(),
  default_action: webUrl.omit({ title: true }).optional(),
  buttons: z.array(webUrl).min(1).max(3).optional(),
})
const carousel = z.object({ carousel: z.array(card).min(1).max(10) })

const parameter = z.union([
  z.object({ type: z.literal('text'), text: words(1_024) }),
  z.object({ type: z.literal('image'), image: z.object({ link: address }) }),
  z.object({ type: z.literal('video'), video: z.object({ link: address }) }),
  z.object({ type: z.literal('document'), document: z.object({ link: address }) }),
])

const person = z.object({
  name: z.object({ formatted_name: z.string().min(1), first_name: z.string().min(1) }),
  phones: z.array(z.object({ type: z.string(), phone: z.string().min(1) })),
  emails: z.array(z.object({ type: z.string(), email: z.email() })),
})

const row = z.object({
  payload: words(200),
  title: words(24),
  description: words(72).optional(),
})

const whatsapp: Record<string, z.ZodType> = {
  ...files,
  TEXT: z.strictObject({ type: z.literal('TEXT'), text }),
  LOCATION: z.object({
    lat: z.number().min(-90).max(90),
    long: z.number().min(-180).max(180),
    text: z.string().optional(),
    address: z.string().optional(),
  }),
  CONTACTS: z.object({ contacts: z.array(person).min(1) }),
  WHATSAPP_REPLY_BUTTONS: z.object({
    header: z.object({ type: z.literal('text'), text: words(60) }).optional(),
    body: z.object({ text: words(1_024) }),
    footer: z.object({ text: words(60) }).optional(),
    action: z.object({
      buttons: z
        .array(
          z.object({
            type: z.literal('reply'),
            reply: z.object({ payload: words(256), title: words(20) }),
          }),
        )
        .min(1)
        .max(3),
    }),
  }),
  WHATSAPP_LIST: z.object({
    body: z.object({ text: words(1_024) }),
    action: z.object({
      button: words(20),
      sections: z
        .array(z.object({ title: words(24).optional(), rows: z.array(row).min(1) }))
        .min(1)
        .max(10)
        .refine(
          (sections) => sections.flatMap(({ rows }) => rows).length <= 10,
          'has more than ten rows.',
        ),
    }),
  }),
  TEMPLATE: z.object({
    elementName: z.string().regex(/^[a-z0-9_]+$/),
    languageCode: z.string().min(2),
    components: z.array(
      z.object({
        type: z.enum(['header', 'body', 'button']),
        parameters: z.array(parameter).min(1),
      }),
    ),
  }),
}

const TAKEN: Record<Platform, Record<string, z.ZodType>> = {
  whatsapp,
  messenger: {
    ...files,
    TEXT: z.object({ text, quickReplies: z.array(quickReply).min(1).max(13).optional() }),
    BUTTON: z.object({
      text: words(640),
      buttons: z
        .array(z.union([postback, webUrl, call]))
        .min(1)
        .max(3),
    }),
    CAROUSEL: carousel,
  },
  instagram: {
    ...files,
    TEXT: z.object({
      text: text.refine(
        (given) => Buffer.byteLength(given) <= 1_000,
        'can have at most 1000 bytes.',
      ),
      quickReplies: z.array(quickReply).min(1).max(13).optional(),
    }),
    BUTTON: z.object({
      text: words(640),
      buttons: z
        .array(z.union([postback, webUrl]))
        .min(1)
        .max(3),
    }),
    CAROUSEL: carousel,
  },
  wechat: {
    ...files,
    TEXT: z.object({ text }),
    NEWS: z.object({
      articles: z
        .array(
          z.object({
            title: z.string().min(1),
            description: z.string().optional(),
            url: address,
            picurl: address.optional(),
          }),
        )
        .length(1),
    }),
  },
  web: { ...files, TEXT: z.object({ text }) },
  slack: { ...files, TEXT: z.object({ text }) },
  telegram: { ...files, TEXT: z.object({ text }) },
}

/** Throws a refusal in words for what the platform doesn't take. */
export function requireSendable(platform: Platform, response: ResponseObject) {
  const schema = Object.hasOwn(TAKEN[platform], response.type)
    ? TAKEN[platform][response.type]
    : undefined
  if (!schema) throw new Refusal(`${response.type} can not be sent on ${platform}.`)
  const parsed = schema.safeParse(response)
  if (parsed.success) return
  const [issue] = parsed.error.issues
  throw new Refusal(`${issue?.path.join('.') || response.type} ${issue?.message}`)
}
