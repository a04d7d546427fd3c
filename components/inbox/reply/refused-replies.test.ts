import { expect, test } from 'vitest'
import type { Refusal } from '@/lib/client/reply/local-replies'
import type { MessageView } from '@/lib/view/message-view'
import { isRefusedFile, missedBy, wordsOfRefused } from './refused-replies'

test('what the member wrote meanwhile is shown once, also where two replies missed it', () => {
  const [wait, stop] = [message('wait'), message('stop')]
  const missed = missedBy([refusal('One', [wait]), refusal('Two', [wait, stop])])
  expect(missed.map(({ id }) => id)).toEqual(['wait', 'stop'])
})

test('the words go back one below the other, in the order they were written', () => {
  expect(wordsOfRefused([refusal('We open at nine.'), refusal('See you then.')])).toBe(
    'We open at nine.\nSee you then.',
  )
})

test('what carries no words leaves no empty line', () => {
  const place = { type: 'location', latitude: 22.3, longitude: 114.2 } as Refusal['content']
  const refusals = [refusal('Here it is:'), { ...refusal(''), content: place }]
  expect(wordsOfRefused(refusals)).toBe('Here it is:')
})

test('a file is told from a form: both have no words', () => {
  const place = { type: 'location', latitude: 22.3, longitude: 114.2 } as Refusal['content']
  expect(isRefusedFile(refusal(''))).toBe(true)
  expect(isRefusedFile({ ...refusal(''), content: place })).toBe(false)
  expect(isRefusedFile(refusal('Hello'))).toBe(false)
})

function refusal(text: string, missed: MessageView[] = []): Refusal {
  const content = { type: 'text', text } as const
  return { id: 'refused', text, content, shown: content, message: 'There is news.', missed }
}

function message(id: string): MessageView {
  return { id } as MessageView
}
