/** Why a connection can't be removed; undefined when it can. Screen and server share the rule. */
export function removalBlockedBecause({ connected }: { connected: number }): string | undefined {
  if (connected === 0) return undefined
  return connected === 1
    ? 'A channel is still connected through it. Disconnect it first.'
    : `${connected} channels are still connected through it. Disconnect them first.`
}
