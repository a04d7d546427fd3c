import { BUILD_HEADER, paths } from '@/lib/paths'
import { hearBuild, otherBuild } from './page-build'

/** When this tab last loaded itself anew. A tab's own, and gone with it. */
const RELOADED = 'reloaded'

/** Loads this tab anew, and remembers when. */
export function reloadTab(): void {
  try {
    sessionStorage.setItem(RELOADED, String(Date.now()))
  } catch {
    // Storage may be forbidden: then nothing keeps a tab from coming again while two builds answer.
  }
  window.location.reload()
}

/** How many ms ago this tab last loaded itself anew; undefined: never. */
export function sinceReload(now: number): number | undefined {
  try {
    const at = sessionStorage.getItem(RELOADED)
    return at === null ? undefined : now - Number(at)
  } catch {
    return undefined
  }
}

/** Asks the server which build it is. A part of a page may be missing because the line is down as well: only this tells. */
export async function askBuild(): Promise<void> {
  const response = await fetch(paths.api.health, { cache: 'no-store' }).catch(() => undefined)
  hearBuild(response?.headers.get(BUILD_HEADER))
}

/** For a screen that stopped working: loads it anew if its parts are gone with their build. Nothing can be typed there. */
export async function reloadIfReplaced(): Promise<void> {
  await askBuild()
  if (otherBuild() && sinceReload(Date.now()) === undefined) reloadTab()
}
