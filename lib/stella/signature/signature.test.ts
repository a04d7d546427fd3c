import { expect, test } from 'vitest'
import { isSignedBy, sign } from './signature'

const SECRET = 'test-channel-secret'
const BODY = Buffer.from(
  '{"from":"85260903521","to":"85268227287","timestamp":"1599536864","type":"TEXT","data":{"text":"Hello 你好 👋"}}',
)
const SIGNATURE = 'j2krb2RAPosfHpRNcUITpX6TdMdUNJ8Bg0Tb3uppEeI='

test('the published test vector is signed and accepted', () => {
  expect(BODY.length).toBe(116)
  expect(sign(SECRET, BODY)).toBe(SIGNATURE)
  expect(isSignedBy(SECRET, BODY, SIGNATURE)).toBe(true)
})

test.each([
  ['missing', null],
  ['empty', ''],
  ['hex instead of base64', Buffer.from(SIGNATURE, 'base64').toString('hex')],
  ['base64url', SIGNATURE.replaceAll('+', '-').replaceAll('/', '_').replace('=', '')],
  ['surrounded by space', ` ${SIGNATURE}`],
  ['of another secret', sign('other', BODY)],
  ['of other bytes', sign(SECRET, Buffer.from('{}'))],
])('a signature that is %s is refused', (_, signature) => {
  expect(isSignedBy(SECRET, BODY, signature)).toBe(false)
})
