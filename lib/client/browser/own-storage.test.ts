import { afterEach, beforeEach, expect, test, vi } from 'vitest'

/** As much of a browser as this needs: one storage for all its tabs. */
const kept = new Map<string, string>()
const storage = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
}

beforeEach(() => {
  kept.clear()
  vi.stubGlobal(
    'localStorage',
    new Proxy(storage, {
      ownKeys: () => [...kept.keys()],
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    }),
  )
  vi.stubGlobal('window', {})
})
afterEach(() => vi.unstubAllGlobals())

/** The modules of a page that was loaded for somebody. */
async function pageOf(id: string) {
  vi.resetModules()
  const own = await import('./own-storage')
  own.setPerson(id)
  return own
}

test('what one person keeps is met by nobody else, and is gone once they left', async () => {
  const ana = await pageOf('ana')
  ana.writeOwn('draft of talk', 'Dear Mei')
  const ben = await pageOf('ben')
  expect(ben.readOwn('draft of talk')).toBeUndefined()
  expect(ben.listOwn('draft of ')).toEqual([])
  ben.writeOwn('draft of talk', 'mine')
  expect(ana.readOwn('draft of talk')).toBe('Dear Mei')
  ana.closeOwn()
  ana.writeOwn('draft of talk', 'written by an upload that ended late')
  expect([...kept.keys()]).toEqual(['of ben: draft of talk'])
})

test('what an earlier version kept for this person is taken over, and for another one left alone', async () => {
  kept.set('unposted of ana: 1', 'mine').set('unposted of ben: 2', 'his')
  const ana = await pageOf('ana')
  ana.adoptOwn('unposted of', 'unposted ')
  expect(Object.fromEntries(kept)).toEqual({
    'of ana: unposted 1': 'mine',
    'unposted of ben: 2': 'his',
  })
})

test('drafts of earlier versions, which name nobody, are forgotten', async () => {
  vi.stubGlobal('indexedDB', { deleteDatabase: vi.fn() })
  kept.set('draft of talk', 'whose?').set('files of talk', '[]').set('voice-speed', '2')
  const ana = await pageOf('ana')
  ana.forgetUnowned()
  expect([...kept.keys()]).toEqual(['voice-speed'])
  expect(indexedDB.deleteDatabase).toHaveBeenCalledOnce()
})
