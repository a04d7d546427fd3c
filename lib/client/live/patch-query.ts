import { hashKey, type Query, type QueryClient } from '@tanstack/react-query'

/** Changes what a query holds, if it holds anything. What has to be read anew all the same stays marked so. */
export function patchQuery<Data>(query: Query | undefined, change: (data: Data) => Data): void {
  const data = query?.state.data as Data | undefined
  if (!query || data === undefined) return
  const changed = change(data)
  if (changed === data) return
  const { isInvalidated } = query.state
  query.setData(changed, { manual: true })
  if (isInvalidated) query.invalidate()
}

/** The query of exactly this key. */
export function queryOf(client: QueryClient, key: readonly unknown[]): Query | undefined {
  return client.getQueryCache().get(hashKey(key))
}
