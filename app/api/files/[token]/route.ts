import { forAnyone } from '@/lib/http/for-agent'
import { serveSentFile } from '@/lib/http/media/serve-media'
import { getRuntime } from '@/lib/runtime'

/** A file that an agent sent, for the platform: the address is signed and ends after a week. Anything else is 404. */
export const GET = forAnyone<{ token: string }>((request, { params }) =>
  serveSentFile(getRuntime(), request, params.token),
)
