'use client'

import { ChannelForms } from './channel-forms'
import { hoursWords } from './hours-draft'
import { HoursFields } from './hours-fields'

/** When people answer, channel by channel. */
export function HoursPage() {
  return (
    <ChannelForms
      title="Business hours"
      about="When people answer. Waiting time isn’t counted outside these hours, and members who wait are told what stands under Automatic messages. Without hours a channel is always open."
      show={({ openingHours }) => hoursWords(openingHours)}
      form={(settings, change) => (
        <HoursFields
          hours={settings.openingHours}
          onChange={(openingHours) => change({ openingHours })}
        />
      )}
    />
  )
}
