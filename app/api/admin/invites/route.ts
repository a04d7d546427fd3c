import { inviteAgent, inviteSchema } from '@/lib/admin/people/invite-agent'
import { listInvites } from '@/lib/admin/people/list-people'
import { json } from '@/lib/http/answer'
import { readJson } from '@/lib/http/body/body'
import { forAction } from '@/lib/http/for-agent'
import { toLinkView } from '@/lib/http/link-url'
import { toPage } from '@/lib/view/page-view'
import { toInviteView } from '@/lib/view/people-view'

/** Invites that wait to be taken. */
export const GET = forAction('see-people', async (_request, { ctx, agent }) => {
  return toPage(await listInvites(ctx, agent), toInviteView)
})

/** Makes the one-time link with which somebody joins: 201 `{ id, url, expiresAt }`. */
export const POST = forAction('manage-people', async (request, { agent, ctx, runtime }) => {
  const link = await inviteAgent(ctx, agent.id, inviteSchema.parse(await readJson(request)))
  return json(toLinkView(runtime, request, link), 201)
})
