'use client'

import { type CSSProperties, type ReactNode, useState } from 'react'
import { cn } from './cn'
import { toHue, toInitials } from './initials'

interface AvatarProps {
  name: string
  /** A picture; the initials show until it is there, and if it never comes. */
  src?: string
  /** Pixels. */
  size?: number
  /** A small badge at the lower right. */
  mark?: ReactNode
  className?: string
}

/** A face for a name. It is decoration: the name itself stands beside it. */
export function Avatar({ name, src, size = 36, mark, className }: AvatarProps) {
  const [failed, setFailed] = useState<string>()
  const style = {
    '--hue': toHue(name),
    width: size,
    height: size,
    fontSize: Math.round(size * 0.35),
  } as CSSProperties
  return (
    <span
      aria-hidden
      style={style}
      className={cn(
        'tint relative grid shrink-0 place-items-center rounded-full leading-none font-semibold select-none',
        className,
      )}
    >
      {toInitials(name)}
      {src && src !== failed && (
        // biome-ignore lint/performance/noImgElement: a remote picture must not pass through an optimiser.
        <img
          src={src}
          alt=""
          loading="lazy"
          referrerPolicy="no-referrer"
          onError={() => setFailed(src)}
          className="absolute inset-0 size-full rounded-full object-cover"
        />
      )}
      {mark}
    </span>
  )
}
