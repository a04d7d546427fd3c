import { randomBytes } from 'node:crypto'
import { keepAppSecret } from '@/bin/cli/secret-file'
import { readDemoMemory } from '@/bin/demo/demo-memory'
import { stellaUrlsOf } from '@/bin/demo/demo-seed'
import { simulatorControl } from '@/bin/demo/simulator-control'
import { startDatabase } from '@/bin/postgres/embedded-database'
import { addChannel } from '@/lib/admin/channel/add-channel'
import { addConnection, type ConnectionInput } from '@/lib/admin/channel/add-connection'
import { openContext } from '@/lib/context'
import type { Platform } from '@/lib/domain/channel/channel'

interface Own extends Pick<ConnectionInput, 'responseKey' | 'tokenParam'> {
  platform?: Platform
}

/**
 * A Stella app of its own with one channel, so that what happens to its connection disturbs no other story. The rest is
 * how its API is spoken to.
 */
export async function connectOwnChannel(
  appUrl: string,
  simulatorUrl: string,
  { platform = 'whatsapp', ...dialect }: Own = {},
) {
  const dataDir = setting('STACK_DATA_DIR')
  const database = await startDatabase({ dataDir })
  const context = openContext({
    databaseUrl: database.url,
    appSecret: await keepAppSecret(dataDir),
    allowPrivate: true,
  })
  const { accessToken } = await readDemoMemory(dataDir)
  const stellaId = randomBytes(12).toString('hex')
  const name = `Branch ${stellaId.slice(-6)}`
  const secret = randomBytes(16).toString('hex')
  const externalId = `8523${Number.parseInt(stellaId.slice(-6), 16)}`
  const connect = async () => {
    const urls = stellaUrlsOf(simulatorUrl)
    const { id: connectionId } = await addConnection(context, {
      name,
      accessToken,
      ...urls,
      ...dialect,
    })
    const given = { connectionId, name, platform, stellaId, externalId, secret } as const
    return addChannel(context, given)
  }
  const { id, webhookPath } = await connect()
  const webhookUrl = `${appUrl}${webhookPath}`
  const channel = { platform, name, externalId, secret, webhookUrl } as const
  await simulatorControl(simulatorUrl).putChannel(stellaId, channel)
  const close = async () => {
    await context.close()
    await database.stop()
  }
  return { id, stellaId, name, reconnect: connect, close }
}

function setting(name: 'STACK_DATA_DIR'): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: the stack did not start.`)
  return value
}
