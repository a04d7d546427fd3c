import type { MadeLink } from '@/lib/admin/people/invite-agent'
import { paths } from '@/lib/paths'
import type { Runtime } from '@/lib/shared-runtime'
import type { LinkView } from '@/lib/view/people-view'

/** The whole address of a one-time link, as people reach this inbox: by the setting, else as the asker does. */
export function toLinkView(
  { settings }: Pick<Runtime, 'settings'>,
  request: Request,
  { id, token, expiresAt }: MadeLink,
): LinkView {
  const base = settings.PUBLIC_URL ?? new URL(request.url).origin
  const url = new URL(paths.join(token), base).href
  return { id, url, expiresAt: new Date(expiresAt).toISOString() }
}
