import { ownName } from '@/lib/client/browser/own-storage'

/*
 * Files that are not on the server yet, kept in this browser so that a reload loses none of them. Everything here may
 * be forbidden (private windows, full disks): then the file lives as long as the page, and nothing else changes.
 */

const STORE = 'files to send'

/** Keeps the bytes of a file under its id. */
export async function shelve(id: string, file: Blob): Promise<void> {
  await withStore('readwrite', (store) => store.put(file, id)).catch(() => undefined)
}

/** The bytes of a file, if this browser still has them. */
export async function unshelve(id: string): Promise<Blob | undefined> {
  const found = await withStore('readonly', (store) => store.get(id)).catch(() => undefined)
  return found instanceof Blob ? found : undefined
}

export async function discard(id: string): Promise<void> {
  await withStore('readwrite', (store) => store.delete(id)).catch(() => undefined)
}

/** Forgets every file of this person. Another page of theirs that reads one just now delays it, and no more. */
export async function forgetShelf(): Promise<void> {
  await withStore('readwrite', (store) => store.clear()).catch(() => undefined)
}

/** One for each person: what one attached is nothing for the next one's page. */
function databaseName(): string {
  return ownName('stella-inbox')
}

async function withStore(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest,
): Promise<unknown> {
  const database = await open()
  try {
    return await settled(work(database.transaction(STORE, mode).objectStore(STORE)))
  } finally {
    database.close()
  }
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(databaseName(), 1)
  request.onupgradeneeded = () => request.result.createObjectStore(STORE)
  return settled(request)
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
