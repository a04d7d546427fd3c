import { chooseSettings } from '@/lib/admin/people/change-profile'
import { agentSettingsSchema } from '@/lib/domain/people/agent-settings'
import { readJson } from '@/lib/http/body/body'
import { forAgent } from '@/lib/http/for-agent'

/** What the person who is signed in chose for themselves. */
export const GET = forAgent(async (_request, { agent }) => agent.settings)

/** Sets all of it; what is missing takes its default. */
export const PUT = forAgent(async (request, { agent, ctx }) => {
  const settings = agentSettingsSchema.parse(await readJson(request))
  await chooseSettings(ctx, agent, settings)
  return settings
})
