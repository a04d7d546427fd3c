import { askedSchema } from './asked'

/*
 * A process of its own for what strangers made: their pictures, whose codecs are native code, and their recordings,
 * of which a small one can unpack to more than there is memory. `ask-reader.ts` starts it with limits and asks for
 * one file after the other.
 */

process.on('disconnect', () => process.exit(0))
process.on('message', async (message) => {
  process.send?.(await answer(message))
})

async function answer(message: unknown) {
  const asked = askedSchema.parse(message)
  // Each is loaded only where it is needed: most readers meet one kind.
  if (asked.kind === 'recording') return (await import('./hear')).hear(asked)
  return (await import('./draw')).draw(asked)
}
