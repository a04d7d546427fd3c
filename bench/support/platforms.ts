import { addChannel } from '@/lib/admin/channel/add-channel'
import { addConnection } from '@/lib/admin/channel/add-connection'
import { openContext } from '@/lib/context'
import { paths } from '@/lib/paths'
import type { Fixture } from '@/lib/stella/fixtures/load'
import { APP_SECRET } from './bench-inbox'
import { SECRET } from './deliveries'

type Channel = Fixture['channel']

/** Adds a channel for each platform and dialect that is asked for, once; gives its webhook path. */
export function openPlatforms(databaseUrl: string) {
  const ctx = openContext({ databaseUrl, appSecret: APP_SECRET, allowPrivate: true })
  const opened = new Map<string, Promise<string>>()
  return {
    pathOf(channel: Channel): Promise<string> {
      const key = `${channel.platform} ${channel.dialect}`
      const path = opened.get(key) ?? add(channel, `st-${opened.size}`)
      opened.set(key, path)
      return path
    },
    close: () => ctx.close(),
  }

  async function add({ platform, externalId, dialect }: Channel, stellaId: string) {
    const nowhere = 'http://127.0.0.1:9'
    const urls = { botUrl: nowhere, restUrl: nowhere, fileUrl: nowhere }
    const app = { ...urls, name: `${platform} ${dialect}`, accessToken: 'bench-token', dialect }
    const { id: connectionId } = await addConnection(ctx, app)
    const channel = { connectionId, name: platform, platform, stellaId, externalId, secret: SECRET }
    return paths.api.webhook((await addChannel(ctx, channel)).id)
  }
}
