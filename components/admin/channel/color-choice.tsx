'use client'

import { Ban } from 'lucide-react'
import { COLOR_NAMES } from '@/components/admin/workspace/color-names'
import { ColorDot } from '@/components/shell/labels/color-dot'
import { cn } from '@/components/ui/cn'
import { CHANNEL_COLORS, type ChannelColor } from '@/lib/domain/channel/channel-options'
import { useTranslator } from '@/lib/i18n/use-translator'

interface ColorChoiceProps {
  color?: ChannelColor
  onColor: (color: ChannelColor | undefined) => void
}

/** The colour by which agents tell the channel from others; or none. */
export function ColorChoice({ color, onColor }: ColorChoiceProps) {
  const { t } = useTranslator()
  return (
    <fieldset>
      <legend className="mb-1.5 text-list font-medium">{t('channelAdmin.color.title')}</legend>
      <div className="flex flex-wrap gap-1">
        {[undefined, ...CHANNEL_COLORS].map((each) => (
          <label
            key={each ?? 'none'}
            className={cn(
              'relative grid size-9 cursor-pointer place-items-center rounded-control border border-transparent has-focus-visible:outline-2 has-focus-visible:outline-accent max-md:size-11',
              each === color && 'border-line-strong bg-sunken',
            )}
          >
            <input
              type="radio"
              name="color"
              aria-label={each ? t(COLOR_NAMES[each]) : t('channelAdmin.color.none')}
              className="absolute inset-0 cursor-pointer opacity-0"
              checked={each === color}
              onChange={() => onColor(each)}
            />
            {each ? (
              <ColorDot color={each} className="size-4" />
            ) : (
              <Ban aria-hidden className="size-4 text-muted" />
            )}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
