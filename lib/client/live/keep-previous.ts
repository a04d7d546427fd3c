/**
 * For `placeholderData`: what was read before stays on screen while it is read anew, but only where it was read under a key
 * that begins the same. What belongs to another conversation or another tab must never show through.
 */
export function keepPreviousOf(prefix: readonly unknown[]) {
  return <Data>(
    before: Data | undefined,
    beforeQuery: { queryKey: readonly unknown[] } | undefined,
  ): Data | undefined =>
    beforeQuery && prefix.every((part, index) => beforeQuery.queryKey[index] === part)
      ? before
      : undefined
}
