'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { VIEWS, type View } from '@/lib/domain/conversation/conversation'
import { paths } from '@/lib/paths'
import type { ListFilter } from '../query-keys'

/** Where in the inbox we are: all of it is in the address, so that a link shows the same screen. */
export interface InboxLocation extends ListFilter {
  conversationId?: string
}

const VIEW_FIRST: View = 'mine'

/**
 * Where a click has gone to before the router has heard of it. The router follows in a transition of its own; without
 * this, what is typed right after a click would go to the conversation that was open before.
 */
let ahead: string | undefined
const listeners = new Set<() => void>()

/** The place the address says, from the very moment of the click. */
export function useInboxLocation(): InboxLocation {
  const pathname = usePathname()
  const search = useSearchParams().toString()
  const routed = pathname + (search && `?${search}`)
  const address = useSyncExternalStore(subscribe, getAhead, getNothing) ?? routed
  useEffect(() => {
    if (isCurrent(routed)) setAhead(undefined)
  }, [routed])
  return useMemo(() => {
    const url = new URL(address, 'https://inbox.invalid')
    return toInboxLocation(url.pathname, url.searchParams)
  }, [address])
}

/** Goes to a place of the inbox at once, without asking the server; what is cached shows in the same frame. */
export function goTo(location: InboxLocation, { replace = false } = {}) {
  const address = toAddress(location)
  if (isCurrent(address)) return
  if (replace) window.history.replaceState(null, '', address)
  else window.history.pushState(null, '', address)
  setAhead(address)
}

/** The place an address means. What it does not say, or says wrongly, is the usual. */
export function toInboxLocation(pathname: string, search: URLSearchParams): InboxLocation {
  const view = search.get('view')
  return {
    conversationId: pathname.split('/')[2] || undefined,
    view: VIEWS.find((known) => known === view) ?? VIEW_FIRST,
    channel: search.get('channel') || undefined,
    tag: search.get('tag') || undefined,
    q: search.get('q') || undefined,
  }
}

/** The address of a place; what is usual is left out. */
export function toAddress({ conversationId, view, channel, tag, q }: InboxLocation): string {
  const search = new URLSearchParams()
  if (view !== VIEW_FIRST) search.set('view', view)
  if (channel) search.set('channel', channel)
  if (tag) search.set('tag', tag)
  if (q) search.set('q', q)
  const query = search.toString()
  return paths.inbox(conversationId) + (query && `?${query}`)
}

/** The place we are at now, for what runs outside of a component. */
export function currentLocation(): InboxLocation {
  const { pathname, search } = window.location
  return toInboxLocation(pathname, new URLSearchParams(search))
}

function subscribe(listener: () => void) {
  // Going back is the router's business.
  const onPop = () => setAhead(undefined)
  window.addEventListener('popstate', onPop)
  listeners.add(listener)
  return () => {
    window.removeEventListener('popstate', onPop)
    listeners.delete(listener)
  }
}

function setAhead(address: string | undefined) {
  if (ahead === address) return
  ahead = address
  for (const listener of listeners) listener()
}

function getAhead() {
  return ahead
}

function getNothing() {
  return undefined
}

function isCurrent(address: string): boolean {
  return new URL(address, window.location.href).href === window.location.href
}
