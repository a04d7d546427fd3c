import { expect, test } from 'vitest'
import {
  type ChannelSettings,
  DEFAULT_CHANNEL_SETTINGS,
} from '@/lib/domain/channel/channel-settings'
import { english } from '@/lib/i18n/catalogues'
import { keywordsIn, textsWords } from './texts-words'

test('an empty line is no word: it would make every conversation wait', () => {
  expect(keywordsIn('person\n\n  talk to someone \n')).toEqual(['person', 'talk to someone'])
  expect(keywordsIn('\n \n')).toEqual([])
})

const linesOf = (settings: ChannelSettings) => textsWords(settings).map(english.say)

test('a version says of each text what members were told, in which languages, and that it was nothing', () => {
  const settings = {
    ...DEFAULT_CHANNEL_SETTINGS,
    handOverKeywords: ['person', 'help'],
    memberIdleText: [
      { language: 'en', text: 'Bye.' },
      { language: 'zh-HK', text: '再見。' },
    ],
    closedText: 'We open at nine.',
  }
  expect(linesOf(settings)).toEqual([
    'Words: “person” and “help”',
    'No agent replied in time: nothing sent',
    'The member hadn’t written: Bye. (en)',
    'The member hadn’t written: 再見。 (zh-HK)',
    'Outside opening hours: We open at nine.',
  ])
  expect(linesOf(DEFAULT_CHANNEL_SETTINGS)).toContain('Words: none')
})
