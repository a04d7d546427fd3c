/** Beyond this the tabs that spoke longest ago are left out: one that was killed never says that it has gone. */
const IDS_MAX = 40

/** The conversations that the tabs of a browser show. */
export class TabsShown {
  private readonly byTab = new Map<string, readonly string[]>()

  /** What a tab shows from now on; nothing, when it has gone. */
  set(tab: string, ids: readonly string[]) {
    this.byTab.delete(tab)
    if (ids.length > 0) this.byTab.set(tab, ids)
  }

  /** Each once, those of the tab that spoke last first. */
  all(): string[] {
    return [...new Set([...this.byTab.values()].reverse().flat())].slice(0, IDS_MAX)
  }
}
