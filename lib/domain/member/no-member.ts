import type { Platform } from '../channel/channel'

/** Accounts of the platforms themselves: what they say is said by no member. */
const ACCOUNTS: Partial<Record<Platform, string[]>> = {
  whatsapp: ['0', 'status@broadcast'],
  slack: ['USLACKBOT'],
  // Service notifications, which carry sign-in codes; the stand-ins for channels and hidden admins.
  telegram: ['777000', '136817688', '1087968824'],
}

/** Whether an id names nobody whom people answer: the channel itself, or an account of the platform. */
export function isNoMember(
  channel: { platform: Platform; externalId: string },
  externalId: string,
): boolean {
  return (
    externalId === channel.externalId || (ACCOUNTS[channel.platform]?.includes(externalId) ?? false)
  )
}
