'use client'

import type { ComponentProps, MouseEvent } from 'react'
import { goTo, type InboxLocation, toAddress } from '@/lib/client/conversation/location'

interface InAppLinkProps extends Omit<ComponentProps<'a'>, 'href'> {
  to: InboxLocation
}

/** A link inside the inbox: followed without asking the server, yet a real address for a new tab. */
export function InAppLink({ to, onClick, ...rest }: InAppLinkProps) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey
    if (event.defaultPrevented || !isPlain) return
    event.preventDefault()
    goTo(to)
  }
  return <a href={toAddress(to)} onClick={follow} {...rest} />
}
