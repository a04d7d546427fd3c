import { forAgent } from '@/lib/http/for-agent'

/** Who is signed in. */
export const GET = forAgent(async (_request, { agent }) => agent)
