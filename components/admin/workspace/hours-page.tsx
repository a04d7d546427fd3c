'use client'

import type { ChannelSettings } from '@/lib/domain/channel/channel-settings'
import { ChannelForms } from './channel-forms'
import { DAYS, HoursFields } from './hours-fields'

/** When people answer, channel by channel. */
export function HoursPage() {
  return (
    <ChannelForms
      title="Business hours"
      about="When people answer. Waiting time isn’t counted outside these hours, and members who wait are told what stands under Automatic messages. Without hours a channel is always open."
      show={toWords}
      form={(settings, change) => (
        <HoursFields
          hours={settings.openingHours}
          onChange={(openingHours) => change({ openingHours })}
        />
      )}
    />
  )
}

function toWords({ openingHours }: ChannelSettings): string {
  if (!openingHours) return 'Always open'
  const spans = openingHours.spans.map(({ day, from, to }) => `${DAYS[day]} ${from}–${to}`)
  return [openingHours.timeZone, ...spans].join('\n')
}
