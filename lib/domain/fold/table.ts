/**
 * The rows that a batch of events may touch, in memory. What one event changes is a draft on top of them:
 * committed when the event was folded whole, dropped when it threw, so that a quarantined event leaves no trace.
 */
export class Table<Row> {
  private readonly rows = new Map<string, Row>()
  /** Undefined: the row is gone. */
  private readonly draft = new Map<string, Row | undefined>()
  private readonly changed = new Set<string>()
  private readonly gone = new Map<string, Row>()
  /** Keys by group; a key whose row was rolled back stays and finds nothing. */
  private readonly groups = new Map<string, Set<string>>()

  constructor(
    readonly keyOf: (row: Row) => string,
    private readonly groupOf?: (row: Row) => string | undefined,
  ) {}

  get(key: string): Row | undefined {
    return this.draft.has(key) ? this.draft.get(key) : this.rows.get(key)
  }

  remove(row: Row) {
    this.draft.set(this.keyOf(row), undefined)
  }

  put(row: Row): Row {
    const key = this.keyOf(row)
    this.draft.set(key, row)
    this.group(key, row)
    return row
  }

  /** Adds a row read from the database; a row already here is newer and stays. */
  load(row: Row) {
    const key = this.keyOf(row)
    if (this.rows.has(key)) return
    this.rows.set(key, row)
    this.group(key, row)
  }

  /** The rows of one group, as they are now. */
  inGroup(group: string): Row[] {
    return [...(this.groups.get(group) ?? [])].flatMap((key) => {
      const row = this.get(key)
      return row && this.groupOf?.(row) === group ? [row] : []
    })
  }

  private group(key: string, row: Row) {
    const group = this.groupOf?.(row)
    if (group === undefined) return
    const keys = this.groups.get(group)
    if (keys) keys.add(key)
    else this.groups.set(group, new Set([key]))
  }

  /** Every row that was read from the database or committed. */
  loaded(): Row[] {
    return [...this.rows.values()]
  }

  commit() {
    for (const [key, row] of this.draft) {
      if (row) this.keep(key, row)
      else this.drop(key)
    }
    this.draft.clear()
  }

  private keep(key: string, row: Row) {
    this.rows.set(key, row)
    this.changed.add(key)
    this.gone.delete(key)
  }

  private drop(key: string) {
    const row = this.rows.get(key)
    if (row) this.gone.set(key, row)
    this.rows.delete(key)
  }

  rollback() {
    this.draft.clear()
  }

  /** Every row that committed drafts took away, as it was. */
  removals(): Row[] {
    return [...this.gone.values()]
  }

  /** Every row that committed drafts changed, as it is now. */
  changes(): Row[] {
    return [...this.changed].flatMap((key) => this.rows.get(key) ?? [])
  }
}
