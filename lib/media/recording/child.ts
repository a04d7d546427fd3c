import { boundMemory } from './bound-memory'
import { decode } from './decoders'
import { openLoudness } from './loudness'
import { type Container, openContainer } from './read-container'
import type { Told } from './told'

/*
 * A process of its own for one recording: a stranger made it, and reading it may take all time and memory there is.
 * `ask-child.ts` starts it with limits, and takes what it told before it ended.
 */

const WASM_BYTES_MAX = 256 * 1024 * 1024
/** Longer sound is no voice message; decoding it would take long for little. */
const DURATION_MAX_MS = 30 * 60_000

const [, , file = '', mimeType = ''] = process.argv
boundMemory(WASM_BYTES_MAX)
process.on('disconnect', () => process.exit(1))
await look()
process.exit(0)

async function look() {
  const container = await openContainer(file, mimeType)
  await tell({ facts: container.facts })
  if (container.film) {
    const { readFirstFrame } = await import('./first-frame')
    await tell({ frame: await readFirstFrame(container.film) })
  } else await tell({ peaks: await hear(container) })
  container.close()
}

async function hear({ facts, codec }: Container): Promise<number[] | undefined> {
  const { mimeType, durationMs, isDamaged } = facts
  if (isDamaged || !durationMs || durationMs > DURATION_MAX_MS) return undefined
  const loudness = openLoudness(durationMs)
  for await (const sound of decode({ file, mimeType, codec, durationMs })) loudness.add(sound)
  return loudness.peaks()
}

function tell(told: Told): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!process.send) return reject(new Error('Nobody asked.'))
    process.send(told, undefined, undefined, (error) => (error ? reject(error) : resolve()))
  })
}
