import { expect, test } from 'vitest'
import type { CannedReply } from '@/lib/domain/reply/canned-reply'
import { reason } from '@/lib/i18n/reason'
import { unsavableBecause, withChangedText, withNewText, withoutText } from './canned-texts'

const hours: CannedReply = {
  id: 'hours',
  title: 'Opening hours',
  folder: '',
  texts: [
    { language: 'en', text: 'We open at nine, {{member.firstName}}.' },
    { language: 'zh-HK', text: '我們九點開門。' },
  ],
}

test('a misspelt variable keeps it from being saved, whichever language it is in', () => {
  expect(unsavableBecause(hours)).toBeUndefined()
  const misspelt = withChangedText(hours, 1, { text: '{{member.fristName}}，早晨' })
  expect(unsavableBecause(misspelt)).toEqual(
    reason('workspace.canned.unknownVariable', { variable: '{{member.fristName}}' }),
  )
})

test('writing in one language leaves the other as it was', () => {
  const changed = withChangedText(hours, 0, { language: 'en-GB' })
  expect(changed.texts[0]).toEqual({ ...hours.texts[0], language: 'en-GB' })
  expect(changed.texts[1]).toEqual(hours.texts[1])
})

test('one more language stands last and empty, so that the first stays the stand-in for the others', () => {
  const { texts } = withNewText(hours)
  expect(texts.map(({ language }) => language)).toEqual(['en', 'zh-HK', ''])
})

test('the language that is taken out is the one that was meant', () => {
  expect(withoutText(hours, 0).texts).toEqual([hours.texts[1]])
})

test('what is being written never changes the reply that the list shows', () => {
  const before = structuredClone(hours)
  withoutText(withNewText(withChangedText(hours, 0, { text: '' })), 1)
  expect(hours).toEqual(before)
})
