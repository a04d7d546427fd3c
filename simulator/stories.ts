import type { SaidMediaKind } from './said'

export type StoryLine =
  | string
  | { tap: 'TRACK_ORDER' | 'RETURN_ITEM' | 'TALK_TO_PERSON'; title: string }
  | { media: SaidMediaKind; piece?: string; caption?: string }

/** What one person of the cast says in a day. */
export interface Story {
  externalId: string
  /** The talk with the bot; a tap on TALK_TO_PERSON or words to that effect bring a person in. */
  script: StoryLine[]
  /** How many lines of the script are said before the day opens. */
  history: number
  /** Said while a person should answer and hasn't. */
  waiting: string[]
  /** Said to an agent, one after each reply; the last is a thank-you, after which they are content. */
  answers: StoryLine[]
}

const TRACK: StoryLine = { tap: 'TRACK_ORDER', title: 'Track my order' }
const RETURN: StoryLine = { tap: 'RETURN_ITEM', title: 'Return an item' }
const PERSON: StoryLine = { tap: 'TALK_TO_PERSON', title: 'Talk to a person' }

const WAITING_EN = ['Hello? Is somebody there?', 'No hurry, but I have to leave in an hour.', '🙏']
const WAITING_ZH = ['請問有人嗎？', '麻煩快一點，我等一下要開會。', '🙏']

export const STORIES: readonly Story[] = [
  {
    externalId: '85260903521',
    script: [
      'Hello',
      RETURN,
      'The zip of my rain jacket broke on the second day. I only wore it to work and back.',
      { media: 'image', piece: 'jacket', caption: 'This is what it looks like' },
      'HK-20391',
      PERSON,
      'I would rather have a new one than my money back, is that possible?\nThe label says size M, petrol.',
    ],
    history: 7,
    waiting: WAITING_EN,
    answers: [
      'Yes, the same size please.',
      'You can send it to my office in Central, 12 Connaught Road.',
      { media: 'image', piece: 'receipt', caption: 'And here is my receipt' },
      'Perfect, thank you so much for your help! 😊',
    ],
  },
  {
    externalId: '85291230002',
    script: [
      '你好',
      { tap: 'TRACK_ORDER', title: '追蹤訂單' },
      '我的訂單編號是 HK-31877',
      '但是網頁顯示昨天已經送達，我一整天都在家，什麼都沒有收到。可以幫我查一下嗎？',
      '我想找真人客服',
    ],
    history: 5,
    waiting: WAITING_ZH,
    answers: [
      '收件人是陳嘉欣，地址是沙田第一城 12 座 8 樓 B 室。',
      '管理處說昨天沒有人來過 😥',
      '好的，那我等你消息。多謝你！',
    ],
  },
  {
    externalId: '8613800000003',
    script: [
      '您好',
      { tap: 'RETURN_ITEM', title: '申请退货' },
      '杯子收到的时候已经裂了',
      { media: 'image', piece: 'cup' },
      'HK-40012',
      '转人工客服',
    ],
    history: 3,
    waiting: ['请问有人在吗？', '在线等，谢谢'],
    answers: ['可以直接退款吗？支付宝付的。', '包装盒已经扔了，要紧吗？', '明白了，谢谢！👍'],
  },
  {
    externalId: '34600000004',
    script: [
      'Hi!',
      'We would like to order 120 pieces of the wool socks for our boutique in Seville, in three colours (40 of each). Could you make us an offer that includes delivery, and tell us how long it would take? We would need an invoice with our tax number, and, if possible, gift boxes. Last year a colleague of yours, I think her name was Fiona, gave us 15 % off from a hundred pieces on. Muchas gracias y un saludo 🌞',
      'Can I talk to someone?',
    ],
    history: 3,
    waiting: ['¿Hola? 😊', 'We are here until 19:00.'],
    answers: [
      'That sounds good. And the delivery time?',
      'Perfecto, muchas gracias. We will confirm tomorrow!',
    ],
  },
  {
    externalId: '85291230005',
    script: ['🐱', { media: 'sticker' }, 'do you have cat jackets?? 🐈🧥', 'human pls 🙏🙏🙏'],
    history: 2,
    waiting: ['🥺', '⏰❓'],
    answers: ['size: very round 🐱⚪', { media: 'sticker' }, 'thank youuu 💖💖💖'],
  },
  {
    externalId: '971500000006',
    script: [
      'مرحبا',
      'أين طلبي رقم HK-55120؟',
      PERSON,
      'وصلني طرد مفتوح، هل يمكنكم المساعدة؟',
      { media: 'image', piece: 'parcel' },
    ],
    history: 0,
    waiting: ['هل من أحد؟'],
    answers: ['نعم، كل شيء موجود ما عدا الجوارب.', 'شكراً جزيلاً 🌹'],
  },
  {
    externalId: '85291230007',
    script: [
      TRACK,
      'HK-18230',
      'ok thx',
      TRACK,
      'where is it now',
      'HK-18230',
      PERSON,
      'it has been "on its way" for 6 days',
    ],
    history: 3,
    waiting: ['??', 'hello'],
    answers: ['yes that is my number', 'fine, tomorrow is ok', 'ok thanks'],
  },
  {
    externalId: '48500000008',
    script: [
      'Cześć! Hello!',
      { media: 'voice' },
      PERSON,
      'Sorry for the voice message, I was on the tram. It is about the broken zip.',
    ],
    history: 0,
    waiting: WAITING_EN,
    answers: ['HK-27714, ordered under Łukasiewicz.', 'Wonderful, dziękuję bardzo! 🙌'],
  },
  {
    externalId: '85291230009',
    script: [
      'Good morning',
      TRACK,
      'HK-60233',
      'Thank you!',
      RETURN,
      'The colour is different from the picture',
      'skip',
      'HK-60233',
    ],
    history: 4,
    waiting: WAITING_EN,
    answers: [
      'Oh, a person! Thank you. Can I change the colour instead of returning it?',
      'Great, thanks a lot.',
    ],
  },
  {
    externalId: '447700900010',
    script: [
      'hi',
      'Got charged twice -> 2 x £78.00 & no refund <yet>',
      PERSON,
      { media: 'document', caption: 'Here is the invoice' },
    ],
    history: 0,
    waiting: ['Anyone?', "I'll ring my bank otherwise."],
    answers: ['Card ends with 4410.', 'Right you are. Cheers.'],
  },
  {
    externalId: '10150000000000011',
    script: [
      'Hey there',
      RETURN,
      'The box came like this, see the video',
      { media: 'video', caption: 'It moves by itself!' },
      'HK-70991',
      PERSON,
    ],
    history: 6,
    waiting: WAITING_EN,
    answers: [
      'I have not opened it yet, no.',
      'Ok, I will leave it with the neighbour then.',
      'Brilliant, thanks Stella team!',
    ],
  },
  {
    externalId: '10150000000000012',
    script: [
      '你們好～',
      { tap: 'TRACK_ORDER', title: '追蹤訂單' },
      'HK-80440',
      '謝謝',
      '我想改送貨地址，可以嗎？',
      '真人',
    ],
    history: 3,
    waiting: WAITING_ZH,
    answers: ['改到台北市大安區復興南路一段 100 號 5 樓', '太好了，謝謝你！'],
  },
  {
    externalId: '10150000000000013',
    script: ['Hi, do you ship to Bengaluru?', PERSON, 'And how much would customs be, roughly?'],
    history: 0,
    waiting: WAITING_EN,
    answers: ['About three jackets, so maybe 2 kg.', 'Understood, thank you for checking!'],
  },
  {
    externalId: '17841400000000014',
    script: [
      'heyyy love your new collection 😍',
      { media: 'image', piece: 'harbour' },
      PERSON,
      'would you like to do a shoot at the harbour with me?',
    ],
    history: 0,
    waiting: ['no stress tho ✌️'],
    answers: ['next week? tuesday golden hour', 'yesss ok see you 💛'],
  },
  {
    externalId: '17841400000000015',
    script: ['Hola', TRACK, 'HK-90127', 'gracias'],
    history: 3,
    waiting: ['¿Hola?'],
    answers: ['Sí, todo bien.', '¡Gracias!'],
  },
  {
    externalId: 'web-visitor-0016',
    script: [
      'what are your opening hours',
      'opening hours of the shop in TST',
      'I mean the shop, not the order',
      'agent',
    ],
    history: 0,
    waiting: ['hello?'],
    answers: ['and on Sunday?', 'ok thank you'],
  },
  {
    externalId: 'web-visitor-0017',
    script: [
      'こんにちは。英語でもいいですか？',
      RETURN,
      'It is too small (サイズM)',
      'skip',
      'HK-33001',
    ],
    history: 0,
    waiting: ['すみません、誰かいますか？'],
    answers: ['Lサイズはありますか？', 'ありがとうございます！'],
  },
  {
    externalId: '700000018',
    script: [
      'Добрий день',
      TRACK,
      'HK-44710',
      PERSON,
      'The parcel went to the wrong city: Lviv instead of Kyiv 🙈',
    ],
    history: 0,
    waiting: WAITING_EN,
    answers: ['Yes, to Kyiv please.', 'Дуже дякую! Thank you!'],
  },
  {
    externalId: 'oK2pX5n0000000000000019',
    script: ['你好', { tap: 'TRACK_ORDER', title: '查询订单' }, 'HK-51234', '谢谢'],
    history: 0,
    waiting: ['在吗？'],
    answers: ['好的', '谢谢你'],
  },
  {
    externalId: 'U0000000020',
    script: ['Morning. Pick-up for HK-61000 failed, who can call the member?', 'agent'],
    history: 0,
    waiting: ['ping'],
    answers: ['Driver is back at 15:00.', 'Thanks, closing this on my side.'],
  },
]

/** The story of a person; a typo in an id throws. */
export function getStory(externalId: string): Story {
  const story = STORIES.find((story) => story.externalId === externalId)
  if (!story) throw new Error(`Nobody of the cast is called ${externalId}.`)
  return story
}
