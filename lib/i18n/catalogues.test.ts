import { readFileSync } from 'node:fs'
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { describe, expect, test } from 'vitest'
import { sources } from '../testing-tree'
import { CATALOGUES } from './catalogues'
import { LANGUAGES } from './locale'

/** The same in every language: names of products and of fields of protocols, and messages that are only arguments. */
const SAME_EVERYWHERE =
  /^[^\p{L}]*(?:(?:stella-inbox|WhatsApp|Messenger|Instagram|Telegram|Slack|WeChat|LINE|Facebook|Stella|Postgres|CSV|PDF|API|HTTP|URL|ID|JSON|SHA-256|UTC|Ctrl|Enter|Esc|Shift|Alt|Tab|Emoji|GIF)[^\p{L}]*)*$/u

const texts = Object.fromEntries(
  LANGUAGES.map((language) => [language, new Map(leavesOf(CATALOGUES[language]))]),
)
const english = texts.en ?? new Map<string, string>()

test('every message is used somewhere', () => {
  const code = sources.filter((file) => !file.startsWith('lib/i18n/')).map(read)
  const used = new Set(code.flatMap((text) => text.match(/[a-z]\w*(?:\.\w+)+/g) ?? []))
  expect([...english.keys()].filter((key) => !used.has(key))).toEqual([])
})

describe.each(LANGUAGES.filter((language) => language !== 'en'))('%s', (language) => {
  const mine = texts[language] ?? new Map<string, string>()

  test('has every message, with the same arguments', () => {
    const wrong = [...english].filter(([key, text]) => {
      const own = mine.get(key)
      return own === undefined || argumentsOf(own).join() !== argumentsOf(text).join()
    })
    expect(wrong.map(([key]) => key)).toEqual([])
    expect([...mine.keys()].filter((key) => !english.has(key))).toEqual([])
  })

  test('is translated', () => {
    const same = [...mine].filter(
      ([key, text]) => text === english.get(key) && !SAME_EVERYWHERE.test(withoutArguments(text)),
    )
    expect(same.map(([key, text]) => `${key}: ${text}`)).toEqual([])
  })

  test('has full-width punctuation, and no space where the type makes one', () => {
    const wrong = [...mine].filter(([, text]) => {
      const words = withoutArguments(text)
      return /\p{Script=Han}[ ]?[,;:!?()]|\p{Script=Han}\.(?!\w)|[\p{Script=Han}，。：；！？）」”] [\w]|[\w] [\p{Script=Han}（「“]/u.test(
        words,
      )
    })
    expect(wrong.map(([key, text]) => `${key}: ${text}`)).toEqual([])
  })
})

test('no message of the one Chinese is written in the letters of the other', () => {
  // Letters that only one of the two writes; each stands for thousands, and mistakes come by the sentence.
  const simplifiedOnly =
    /[们这说请时会发给对话没关闭开启选择进连见长书车门东马风飞认识记设计试该详读谁让应处单双动办协议员]/u
  const traditionalOnly =
    /[們這說請時會發給對話沒關閉開啟選擇進連見長書車門東馬風飛認識記設計試該詳讀誰讓應處單雙動辦協議員]/u
  const mixed = (language: string, wrong: RegExp, right: RegExp) =>
    [...(texts[language] ?? [])].filter(([, text]) =>
      [...text].some((letter) => wrong.test(letter) && !right.test(letter)),
    )
  expect(mixed('zh-Hant', simplifiedOnly, traditionalOnly)).toEqual([])
  expect(mixed('zh-Hans', traditionalOnly, simplifiedOnly)).toEqual([])
})

function read(file: string): string {
  return readFileSync(file, 'utf8')
}

function leavesOf(messages: object, prefix = ''): [string, string][] {
  return Object.entries(messages).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string'
      ? [[`${prefix}${name}`, value]]
      : leavesOf(value as object, `${prefix}${name}.`),
  )
}

/** Names and kinds of the arguments of a message, and of its tags, in the order of their names. */
function argumentsOf(message: string): string[] {
  const named = new Set<string>()
  const visit = (elements: MessageFormatElement[]) => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue
      named.add(`${element.value}`)
      if (element.type === TYPE.tag) visit(element.children)
      if (element.type === TYPE.plural || element.type === TYPE.select)
        for (const option of Object.values(element.options)) visit(option.value)
    }
  }
  visit(parse(message))
  return [...named].sort()
}

function withoutArguments(message: string): string {
  return message.replaceAll(/\{\w+\}|<\/?\w+>/g, '')
}
