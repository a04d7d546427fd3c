import { expect, test } from 'vitest'
import { DEFAULT_CHANNEL_SETTINGS } from '@/lib/domain/channel/channel-settings'
import { keywordsIn, textsWords } from './texts-words'

test('an empty line is no word: it would make every conversation wait', () => {
  expect(keywordsIn('person\n\n  talk to someone \n')).toEqual(['person', 'talk to someone'])
  expect(keywordsIn('\n \n')).toEqual([])
})

test('a version says of each text what members were told, and that it was nothing', () => {
  const settings = {
    ...DEFAULT_CHANNEL_SETTINGS,
    handOverKeywords: ['person', 'help'],
    closedText: 'We open at nine.',
  }
  expect(textsWords(settings).split('\n')).toEqual([
    'Words: person, help',
    'No agent replied in time: nothing',
    'The member wrote nothing: nothing',
    'Outside business hours: We open at nine.',
  ])
  expect(textsWords(DEFAULT_CHANNEL_SETTINGS)).toContain('Words: none')
})
