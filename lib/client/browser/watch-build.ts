import { isBusy } from './busy'
import { missPart, otherBuild } from './page-build'
import { reloadVerdict } from './reload-rule'
import { askBuild, reloadTab, sinceReload } from './reload-tab'

const LOOK_MS = 5_000
/** Signs that somebody is there. */
const TOUCHES = ['pointerdown', 'pointermove', 'keydown', 'input', 'wheel', 'touchstart', 'focus']

/**
 * Loads this tab anew once the server is of another build and nobody would notice (`reloadVerdict`); a tab that stays busy is
 * told once a build, with what loads it anew. Returns a function that stops watching.
 */
export function watchBuild(tell: (reload: () => void) => void): () => void {
  const jitter = Math.random()
  let touchedAt = Date.now()
  let told: string | undefined
  const touch = () => {
    touchedAt = Date.now()
  }
  const look = () => {
    const other = otherBuild()
    if (!other) return
    const now = Date.now()
    const verdict = reloadVerdict({
      heardMs: now - other.since,
      isBroken: other.isBroken,
      isHidden: document.visibilityState === 'hidden',
      isBusy: isBusy(),
      quietMs: now - touchedAt,
      sinceReloadMs: sinceReload(now),
      jitter,
    })
    if (verdict === 'reload') reloadTab()
    if (verdict !== 'tell' || told === other.build) return
    told = other.build
    tell(reloadTab)
  }
  const onError = (event: Event) => {
    if (isPartOfBuild(event.target)) void missed().then(look)
  }
  for (const type of TOUCHES) window.addEventListener(type, touch, { capture: true, passive: true })
  window.addEventListener('error', onError, true)
  document.addEventListener('visibilitychange', look)
  const timer = setInterval(look, LOOK_MS)
  return () => {
    for (const type of TOUCHES) window.removeEventListener(type, touch, true)
    window.removeEventListener('error', onError, true)
    document.removeEventListener('visibilitychange', look)
    clearInterval(timer)
  }
}

async function missed() {
  missPart()
  await askBuild()
}

/** A script or a style sheet, whoever asked for it: the loader adds an element for each. */
function isPartOfBuild(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  const address = target.getAttribute('src') ?? target.getAttribute('href')
  return address?.includes('/_next/static/') ?? false
}
