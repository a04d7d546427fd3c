import type { Platform } from '../state'

export type Language = 'en' | 'zh-Hant' | 'zh-Hans'

/** One person of the cast. Ids never change; phone numbers are made up, but for Roy's, which is the documents' own. */
export interface Person {
  externalId: string
  platform: Platform
  /** Absent: the platform tells no name, and one sees the external id. */
  name?: string
  locale?: string
  email?: string
  /** Their profile picture: the name of a photo of the catalogue. */
  picture?: string
  tags?: string[]
}

/** Roy's id in Stella and the number he writes to, from custom-inbox-integration.txt. */
export const ROY = {
  externalId: '85260903521',
  stellaId: '5efaeba88bb86af1c4dad0b5',
  channelNumber: '85268227287',
} as const

const LONG_NAME =
  'María Guadalupe Fernández de la Concepción y Torres-Villanueva, Boutique Sol y Sombra (Pedidos)'

export const CAST: readonly Person[] = [
  { externalId: ROY.externalId, platform: 'whatsapp', name: 'Roy' },
  {
    externalId: '85291230002',
    platform: 'whatsapp',
    name: '陳嘉欣',
    locale: 'zh_HK',
    tags: ['vip'],
  },
  { externalId: '8613800000003', platform: 'whatsapp', name: '王小明', locale: 'zh_CN' },
  { externalId: '34600000004', platform: 'whatsapp', name: LONG_NAME, locale: 'es_ES' },
  { externalId: '85291230005', platform: 'whatsapp', name: '🌸🐱✨' },
  { externalId: '971500000006', platform: 'whatsapp', name: 'ليلى الحسيني', locale: 'ar_AE' },
  { externalId: '85291230007', platform: 'whatsapp' },
  { externalId: '48500000008', platform: 'whatsapp', name: 'Zoë Łukasiewicz-Ångström' },
  {
    externalId: '85291230009',
    platform: 'whatsapp',
    name: 'Ann Lee',
    email: 'ann.lee@example.com',
  },
  { externalId: '447700900010', platform: 'whatsapp', name: `Sam "Shorty" O'Brien & <Sons>` },
  { externalId: '10150000000000011', platform: 'messenger', name: 'Tom Baker', locale: 'en_GB' },
  { externalId: '10150000000000012', platform: 'messenger', name: '林美玲', locale: 'zh_TW' },
  { externalId: '10150000000000013', platform: 'messenger', name: 'Priya Raghunathan' },
  { externalId: '17841400000000014', platform: 'instagram', name: 'nina.makes' },
  { externalId: '17841400000000015', platform: 'instagram', name: 'José Ñíguez' },
  { externalId: 'web-visitor-0016', platform: 'web' },
  { externalId: 'web-visitor-0017', platform: 'web', name: 'Kenji 健二', locale: 'ja_JP' },
  { externalId: '700000018', platform: 'telegram', name: 'Олена Шевченко', locale: 'uk_UA' },
  { externalId: 'oK2pX5n0000000000000019', platform: 'wechat', name: '李蕾', locale: 'zh_CN' },
  { externalId: 'U0000000020', platform: 'slack', name: 'Dana from Logistics' },
]

export function findPerson(platform: Platform, externalId: string): Person | undefined {
  return CAST.find((person) => person.platform === platform && person.externalId === externalId)
}

/** The language the bot speaks with a member; everything that isn't Chinese is English. */
export function languageSpokenBy(locale: string | undefined): Language {
  if (!locale?.toLowerCase().startsWith('zh')) return 'en'
  return /hans|cn|sg/i.test(locale) ? 'zh-Hans' : 'zh-Hant'
}
