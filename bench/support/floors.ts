import { existsSync } from 'node:fs'
import { nextArgs } from '@/bin/process/build'
import type { Lifecycle } from '@/bin/process/lifecycle'
import { findPort } from '@/bin/process/ports'
import { type ManagedProcess, startNode } from '@/bin/process/processes'
import { type Cluster, onDatabase } from './database'
import { makeDeliveries, SECRET } from './deliveries'
import { Poster } from './poster'

const FLOOR_NEXT = 'bench/floor-next'
const READY_TRIES = 300
const READY_PAUSE_MS = 100

type Stops = Pick<Lifecycle, 'onStop'>

/** Floor A: a bare Next route, built on first use. Gives its address. */
export async function startFloorA(life: Stops, cluster: Cluster): Promise<string> {
  return (await startFloorNext(life, cluster)).url
}

/** The app that has floor A, and the bare broadcast. */
export async function startFloorNext(
  life: Stops,
  cluster: Cluster,
): Promise<{ url: string; child: ManagedProcess }> {
  if (!existsSync(`${FLOOR_NEXT}/.data/BUILD_ID`)) await buildFloor(life)
  const port = await findPort()
  const child = startNode({
    name: 'Floor A',
    args: nextArgs('start', FLOOR_NEXT, '-p', String(port), '-H', '127.0.0.1'),
    env: { NODE_ENV: 'production', SECRET, DATABASE_URL: await floorDatabase(cluster, 'floor_a') },
  })
  await life.onStop(child.stop)
  return { url: await answering(`http://127.0.0.1:${port}/hook`, child), child }
}

/** Floor B: the same in bare `node:http`. Gives its address. */
export async function startFloorB(life: Stops, cluster: Cluster): Promise<string> {
  const port = await findPort()
  const child = startNode({
    name: 'Floor B',
    args: ['--import', 'tsx', 'bench/floor-node.ts', String(port)],
    env: { NODE_ENV: 'production', SECRET, DATABASE_URL: await floorDatabase(cluster, 'floor_b') },
  })
  await life.onStop(child.stop)
  return answering(`http://127.0.0.1:${port}/`, child)
}

async function buildFloor(life: Stops) {
  const child = startNode({
    name: 'The build of floor A',
    args: nextArgs('build', FLOOR_NEXT),
    env: { NODE_ENV: 'production' },
  })
  await life.onStop(child.stop)
  const how = await child.ended
  if (how !== 'exit 0') throw new Error(`Floor A could not be built (${how}).\n${child.tail()}`)
}

async function floorDatabase(cluster: Cluster, name: string): Promise<string> {
  const url = await cluster.create(name)
  await onDatabase(
    url,
    (sql) => sql`
      create table floor (id bigint generated always as identity primary key, body bytea not null,
        received_at timestamptz not null default clock_timestamp())`,
  )
  return url
}

/** A floor has no other path: it is ready when it takes a delivery. */
async function answering(url: string, child: ManagedProcess): Promise<string> {
  const [probe] = makeDeliveries(1, 'ready')
  const poster = new Poster(url, 1)
  try {
    for (let tries = 0; probe && tries < READY_TRIES; tries += 1) {
      if (child.hasEnded()) break
      if ((await poster.post(probe).catch(() => 0)) === 200) return url
      await new Promise((resolve) => setTimeout(resolve, READY_PAUSE_MS))
    }
    throw new Error(`${child.name} did not start.\n${child.tail()}`)
  } finally {
    await poster.close()
  }
}
