import { z } from 'zod'
import { POOL_SIZE_DEFAULT, POOL_SIZE_MAX, POOL_SIZE_MIN } from './db/shares'
import { fileRing, fixedRing, type KeyRing, readSecrets, SECRET_BYTES_MIN } from './key-ring'
import { faultOf } from './public-address'

/** Where new connections reach Stella unless told otherwise (Facts §1.1). */
const stellaSchema = z.object({
  STELLA_BOT_URL: z.url().default('https://bot.stellabot.com'),
  STELLA_REST_URL: z.url().default('https://api.stella.sanuker.com/vnext/rest'),
  STELLA_FILE_URL: z.url().default('https://api.stella.sanuker.com/vnext'),
})

const onOff = z.enum(['0', '1', 'false', 'true'])
const isOn = (value: z.infer<typeof onOff>) => value === '1' || value === 'true'

const isLong = (secret: string) => Buffer.byteLength(secret) >= SECRET_BYTES_MIN
const tooShort = (what: string) => `${what} must have at least ${SECRET_BYTES_MIN} bytes.`

/** Where files are kept and how long (docs/operations.md "Media"). */
const mediaSchema = z.object({
  S3_BUCKET: z.string().optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_ENDPOINT: z.url('S3_ENDPOINT is not an address.').optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  S3_PREFIX: z.string().default(''),
  MEDIA_RETENTION_DAYS: z.coerce
    .number()
    .int('MEDIA_RETENTION_DAYS must be whole days.')
    .min(1, 'MEDIA_RETENTION_DAYS must be at least 1.')
    .optional(),
  MEDIA_KEEP_THUMBNAILS: onOff.default('1').transform(isOn),
})

/** Two of the largest deliveries. */
const SPOOL_BYTES_MIN = 4 * 1024 * 1024
/** Hours of a busy inbox: a million short messages. */
const SPOOL_BYTES_DEFAULT = 1024 ** 3

const STELLA_URLS = ['STELLA_BOT_URL', 'STELLA_REST_URL', 'STELLA_FILE_URL'] as const

/** Settings are read once, here; `.env.example` documents each. Empty means not set. */
const schema = z.object({
  DATABASE_URL: z
    .string()
    .min(1, 'DATABASE_URL is not set. Start with `npm start` or `npm run demo`.'),
  DATABASE_POOL_SIZE: z.coerce
    .number('DATABASE_POOL_SIZE must be a number.')
    .int('DATABASE_POOL_SIZE must be a whole number.')
    .min(POOL_SIZE_MIN, `DATABASE_POOL_SIZE must be at least ${POOL_SIZE_MIN}.`)
    .max(POOL_SIZE_MAX, `DATABASE_POOL_SIZE must be at most ${POOL_SIZE_MAX}.`)
    .default(POOL_SIZE_DEFAULT),
  APP_SECRET: z.string('APP_SECRET is not set.').refine(isLong, tooShort('APP_SECRET')),
  APP_SECRET_OLD: z
    .string()
    .default('')
    .transform(readSecrets)
    .refine((secrets) => secrets.every(isLong), tooShort('Each secret of APP_SECRET_OLD')),
  APP_SECRET_FILE: z.string().optional(),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().optional(),
  PUBLIC_URL: z.url('PUBLIC_URL must be an address such as https://inbox.example.com').optional(),
  TRUSTED_PROXY_HOPS: z.coerce
    .number('TRUSTED_PROXY_HOPS must be a number.')
    .int('TRUSTED_PROXY_HOPS must be a whole number.')
    .min(0, 'TRUSTED_PROXY_HOPS must be 0 or more.')
    .max(10, 'TRUSTED_PROXY_HOPS must be 10 or less.')
    .default(0),
  METRICS_TOKEN: z
    .string()
    .min(16, 'METRICS_TOKEN must have at least 16 characters.')
    .regex(/^[\x21-\x7e]+$/, 'METRICS_TOKEN must be plain characters without spaces.')
    .optional(),
  METRICS_PORT: z.coerce
    .number('METRICS_PORT must be a number.')
    .int('METRICS_PORT must be a whole number.')
    .min(1, 'METRICS_PORT must be at least 1.')
    .max(65_000, 'METRICS_PORT must be at most 65000.')
    .optional(),
  DATA_DIR: z.string().default('.data'),
  SPOOL_BYTES_MAX: z.coerce
    .number('SPOOL_BYTES_MAX must be a number.')
    .int('SPOOL_BYTES_MAX must be whole bytes.')
    .refine((bytes) => bytes === 0 || bytes >= SPOOL_BYTES_MIN, {
      error: `SPOOL_BYTES_MAX must be 0, for no spool, or at least ${SPOOL_BYTES_MIN}.`,
    })
    .default(SPOOL_BYTES_DEFAULT),
  ADMIN_EMAIL: z.email('ADMIN_EMAIL is not an e-mail address.').optional(),
  ADMIN_PASSWORD: z.string().optional(),
  ...stellaSchema.shape,
  ALLOW_PRIVATE_MEDIA_HOSTS: onOff.default('0').transform(isOn),
  ...mediaSchema.shape,
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
})

export type Settings = z.infer<typeof schema>

/** The access token goes to these. */
function assertPublic(settings: Settings): void {
  const sentences = STELLA_URLS.flatMap((name) => {
    const fault = faultOf(new URL(settings[name]), settings.ALLOW_PRIVATE_MEDIA_HOSTS)
    return fault ? [`${name}: must be a public https address without a password.`] : []
  })
  if (sentences.length > 0) throw notUsable(sentences)
}

/** Settings with which no start of the inbox can succeed: to try again is of no use. */
export class SettingsError extends Error {}

function notUsable(sentences: string[]): Error {
  return new SettingsError(`The settings are not usable.\n${sentences.join('\n')}`)
}

/** Reads and checks the environment. Throws one sentence for every setting that is wrong. */
export function readSettings(env: Record<string, string | undefined> = process.env): Settings {
  const parsed = schema.safeParse(withSecret(withoutEmpty(env)))
  if (!parsed.success)
    throw notUsable(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`))
  assertPublic(parsed.data)
  return parsed.data
}

/** Whether addresses of this machine and its network, without https, may be called: for a simulator beside the inbox. */
export function allowsPrivate(env: Record<string, string | undefined> = process.env): boolean {
  return isOn(onOff.default('0').parse(env.ALLOW_PRIVATE_MEDIA_HOSTS || undefined))
}

/** The secrets of these settings: those in the file, where one is named, else APP_SECRET and APP_SECRET_OLD. */
export function openKeyRing(
  settings: Pick<Settings, 'APP_SECRET' | 'APP_SECRET_OLD' | 'APP_SECRET_FILE'>,
): KeyRing {
  const { APP_SECRET, APP_SECRET_OLD, APP_SECRET_FILE } = settings
  return APP_SECRET_FILE ? fileRing(APP_SECRET_FILE) : fixedRing(APP_SECRET, APP_SECRET_OLD)
}

/** The API addresses of a new connection; the command line needs them without the settings of a server. */
export function stellaUrls(env: Record<string, string | undefined> = process.env) {
  const urls = stellaSchema.parse(withoutEmpty(env))
  return {
    botUrl: urls.STELLA_BOT_URL,
    restUrl: urls.STELLA_REST_URL,
    fileUrl: urls.STELLA_FILE_URL,
  }
}

/** Where only the file is named, its first secret is the current one. */
function withSecret(env: Record<string, string | undefined>) {
  const { APP_SECRET, APP_SECRET_FILE: file } = env
  return file && !APP_SECRET ? { ...env, APP_SECRET: fileRing(file).secrets()[0] } : env
}

function withoutEmpty(env: Record<string, string | undefined>) {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value))
}
