import { mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { secretFile } from '@/bin/cli/secret-file'
import { launcherArgs, TEST_DIST_DIR } from '@/bin/process/build'
import { findPort } from '@/bin/process/ports'
import { type ManagedProcess, startNode } from '@/bin/process/processes'
import { waitUntilReady } from '@/bin/process/ready'
import { paths } from '@/lib/paths'
import { stackDatabaseUrl, stackFile } from './stack'

/** A server of one story beside the stack's, on the same database, which can become one of another build. */
interface OwnServer {
  url: string
  /** Ends it and starts one of another build at the same address, as a rollout does. */
  becomesOther(): Promise<void>
  stop(): Promise<void>
}

export async function startOwnServer(): Promise<OwnServer> {
  const port = await findPort()
  const other = `${TEST_DIST_DIR}-other-${port}`
  let child = await start(port, TEST_DIST_DIR)
  return {
    url: `http://localhost:${port}`,
    async becomesOther() {
      await nameAnew(other)
      await child.stop()
      child = await start(port, other)
    },
    async stop() {
      await child.stop()
      await rm(other, { recursive: true, force: true })
    },
  }
}

/** The same files under another build's name. */
async function nameAnew(folder: string) {
  await mkdir(folder)
  for (const name of await readdir(TEST_DIST_DIR))
    if (name !== 'BUILD_ID')
      await symlink(path.resolve(TEST_DIST_DIR, name), path.join(folder, name))
  await writeFile(path.join(folder, 'BUILD_ID'), 'another-build')
}

async function start(port: number, distDir: string): Promise<ManagedProcess> {
  const dataDir = stackFile('.')
  const child = startNode({
    name: 'The other inbox',
    args: launcherArgs('--role', 'web'),
    env: {
      DATABASE_URL: stackDatabaseUrl(),
      DATABASE_POOL_SIZE: '13',
      PUBLIC_URL: `http://localhost:${port}`,
      NEXTAUTH_URL: `http://localhost:${port}`,
      APP_SECRET_FILE: secretFile(dataDir),
      DATA_DIR: dataDir,
      PORT: String(port),
      HOST: '127.0.0.1',
      NEXT_DIST_DIR: distDir,
      ALLOW_PRIVATE_MEDIA_HOSTS: '1',
    },
  })
  await waitUntilReady(`http://127.0.0.1:${port}${paths.api.ready}`, child)
  return child
}
