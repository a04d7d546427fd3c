'use client'

import { toKeyLabels } from '@/lib/client/browser/hotkeys'

/** The keys of an action as they stand on this keyboard, readable for screen readers too. */
export function Keys({ keys }: { keys?: string }) {
  if (!keys) return null
  return (
    <span className="flex gap-1">
      {toKeyLabels(keys, isMac()).map((label) => (
        <kbd
          key={label}
          className="min-w-5 rounded-[4px] border border-line-strong bg-bg px-1.5 text-center font-sans text-[11px] leading-[18px] text-muted"
        >
          {label}
        </kbd>
      ))}
    </span>
  )
}

function isMac(): boolean {
  return /mac|iphone|ipad/i.test(navigator.platform)
}
