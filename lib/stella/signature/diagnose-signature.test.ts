import fc from 'fast-check'
import { expect, test } from 'vitest'
import { english } from '@/lib/i18n/catalogues'
import { reason } from '@/lib/i18n/reason'
import { diagnoseSignature } from './diagnose-signature'
import { isSignedBy, sign } from './signature'

const SECRET = 'test-channel-secret'
const BODY =
  '{"from":"85260903521","to":"85268227287","timestamp":"1599536864","type":"TEXT","data":{"text":"Hello 你好 👋"}}'
const secrets = [
  {
    name: reason('connection.lab.otherSecret', { channel: 'Shop Page' }),
    secret: 'another secret',
    own: false,
  },
  { name: reason('connection.lab.ownSecret', { slot: 1 }), secret: SECRET, own: true },
]

function lab(signature: string, body: string | Buffer = BODY, more = secrets) {
  return diagnoseSignature({
    bytes: Buffer.from(body),
    signature,
    header: 'X-Stella-Signature',
    secrets: more,
  })
}

const differing = (result: ReturnType<typeof lab>) =>
  result.steps
    .filter((step) => step.state !== 'ok')
    .map((step) => `${english.say(step.name)}: ${english.say(step.text)}`)

test('the documented example is accepted, and each step says why', () => {
  const result = lab('X-Stella-Signature: j2krb2RAPosfHpRNcUITpX6TdMdUNJ8Bg0Tb3uppEeI=')
  expect(result.accepted).toBe(true)
  expect(result.steps.map((step) => step.id)).toEqual(['header', 'signature', 'bytes', 'secret'])
})

test.each([
  ['a line end after the body', `${BODY}\n`, BODY, 'without the line break'],
  ['a body without its line end', BODY, `${BODY}\n`, 'with a line break'],
  ['other line ends', 'a\nb', 'a\r\nb', 'CR LF instead of LF'],
  ['JSON that was written anew', JSON.stringify(JSON.parse(BODY), null, 2), BODY, 'compact form'],
  ['JSON with escapes', BODY, escaped(BODY), '\\u escapes'],
  ['JSON from Python', BODY, python(BODY), 'a space after each comma'],
  ['a byte order mark', `\uFEFF${BODY}`, BODY, 'without the byte order mark'],
])('%s is named', (_, pasted, signed, words) => {
  const result = lab(sign(SECRET, Buffer.from(signed)), pasted)
  expect(result.accepted).toBe(false)
  expect(differing(result)).toEqual([expect.stringContaining(words)])
})

test.each([
  ['hex', (signature: string) => Buffer.from(signature, 'base64').toString('hex'), 'hex'],
  ['a prefix', (signature: string) => `sha256=${signature}`, 'sha256='],
  ['spaces', (signature: string) => ` ${signature} `, 'spaces or quotes'],
  [
    'base64url',
    (signature: string) => Buffer.from(signature, 'base64').toString('base64url'),
    'base64url',
  ],
])(
  'a digest written in %s is named, and bytes and secret are still compared',
  (_, write, words) => {
    const result = lab(write(sign(SECRET, Buffer.from(BODY))))
    expect(differing(result)).toEqual([expect.stringContaining(words)])
  },
)

test('the secret of another channel is named; nothing known is said to be so', () => {
  expect(differing(lab(sign('another secret', Buffer.from(BODY))))).toEqual([
    'Secret: The signature was made with the secret of Shop Page.',
  ])
  const unknown = lab(sign('nobody knows', Buffer.from(BODY)))
  expect(unknown.steps.slice(2).map((step) => step.state)).toEqual(['unknown', 'unknown'])
})

test('a header of another name, an empty and a short signature are named', () => {
  const right = sign(SECRET, Buffer.from(BODY))
  expect(differing(lab(`X-Woztell-Signature: ${right}`))).toEqual([
    expect.stringContaining('is read from X-Stella-Signature'),
  ])
  expect(differing(lab(''))[0]).toContain('no signature')
  expect(differing(lab('c2hvcnQ='))[0]).toContain('44 characters')
})

test('it accepts exactly what the webhook address accepts, and never tells a secret or a signature', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.boolean(), (body, noise, right) => {
      const bytes = Buffer.from(body)
      const signature = right ? sign(SECRET, bytes) : noise
      const result = lab(signature, bytes)
      expect(result.accepted).toBe(isSignedBy(SECRET, bytes, signature))
      const text = JSON.stringify(result)
      expect(text).not.toContain(SECRET)
      expect(text).not.toContain(sign(SECRET, bytes))
    }),
    { numRuns: 200 },
  )
})

function escaped(json: string): string {
  return json.replaceAll(
    /[\u0080-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** As `json.dumps(value, ensure_ascii=False)` writes it. */
function python(json: string): string {
  return json.replaceAll('":', '": ').replaceAll(',"', ', "')
}
