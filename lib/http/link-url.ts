import type { MadeLink } from '@/lib/admin/people/invite-agent'
import type { LinkView } from '@/lib/domain/people/person'
import { paths } from '@/lib/paths'
import type { Runtime } from '@/lib/shared-runtime'

/** The whole address of a one-time link, as people reach this inbox: by the setting, else as the asker does. */
export function toLinkView(
  { settings }: Pick<Runtime, 'settings'>,
  request: Request,
  { id, token, expiresAt }: MadeLink,
): LinkView {
  const base = settings.PUBLIC_URL ?? new URL(request.url).origin
  return { id, url: new URL(paths.join(token), base).href, expiresAt }
}
