import { Ban } from 'lucide-react'
import { ColorDot } from '@/components/shell/labels/color-dot'
import { cn } from '@/components/ui/cn'
import { CHANNEL_COLORS, type ChannelColor } from '@/lib/domain/channel/channel-options'

interface ColorChoiceProps {
  color?: ChannelColor
  onColor: (color: ChannelColor | undefined) => void
}

/** The colour by which agents tell the channel from others; or none. */
export function ColorChoice({ color, onColor }: ColorChoiceProps) {
  return (
    <fieldset>
      <legend className="mb-1.5 text-list font-medium">Colour</legend>
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
              aria-label={each ?? 'none'}
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
