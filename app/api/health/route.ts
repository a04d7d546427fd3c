import { forAnyone } from '@/lib/http/for-agent'

/** The process answers. Says nothing about what it needs: see `/api/ready`. */
export const GET = forAnyone(async () => ({ ok: true }))
