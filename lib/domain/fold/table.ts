/**
 * The rows that a batch of events may touch, in memory. What one event changes is a draft on top of them:
 * committed when the event was folded whole, dropped when it threw, so that a quarantined event leaves no trace.
 */
export class Table<Row> {
  private readonly rows = new Map<string, Row>()
  /** Undefined: the row is gone. */
  private readonly draft = new Map<string, Row | undefined>()
  /** What committed drafts changed or took away, with each row as it was before the first of them. */
  private readonly changed = new Map<string, Row | undefined>()
  private readonly gone = new Map<string, Row>()
  /** The rows as they are now, drafts among them, by group and key. */
  private readonly groups = new Map<string, Map<string, Row>>()

  constructor(
    readonly keyOf: (row: Row) => string,
    private readonly groupOf?: (row: Row) => string | undefined,
  ) {}

  get(key: string): Row | undefined {
    // Mostly nothing is drafted, and looking for a long key costs as much as all else here.
    if (this.draft.size === 0) return this.rows.get(key)
    const drafted = this.draft.get(key)
    return drafted === undefined && !this.draft.has(key) ? this.rows.get(key) : drafted
  }

  remove(row: Row) {
    const key = this.keyOf(row)
    this.regroup(key, this.get(key), undefined)
    this.draft.set(key, undefined)
  }

  put(row: Row): Row {
    const key = this.keyOf(row)
    this.regroup(key, this.get(key), row)
    this.draft.set(key, row)
    return row
  }

  /** Adds a row read from the database; a row already here is newer and stays. */
  load(row: Row) {
    const key = this.keyOf(row)
    if (this.rows.has(key)) return
    this.rows.set(key, row)
    if (!this.draft.has(key)) this.regroup(key, undefined, row)
  }

  /**
   * The rows of one group, as they are now; with a test, those that pass it. A body may hold thousands of messages of
   * one conversation, each of which looks at the others: what is not asked for is not copied.
   */
  inGroup(group: string, isWanted?: (row: Row) => boolean): Row[] {
    const rows = this.groups.get(group)
    if (!rows) return []
    if (!isWanted) return [...rows.values()]
    const wanted: Row[] = []
    for (const row of rows.values()) if (isWanted(row)) wanted.push(row)
    return wanted
  }

  private regroup(key: string, before: Row | undefined, after: Row | undefined) {
    if (!this.groupOf) return
    const from = before && this.groupOf(before)
    const into = after && this.groupOf(after)
    if (from !== undefined && from !== into) this.groups.get(from)?.delete(key)
    if (after === undefined || into === undefined) return
    const rows = this.groups.get(into)
    if (rows) rows.set(key, after)
    else this.groups.set(into, new Map([[key, after]]))
  }

  /** Every row that was read from the database or committed. */
  loaded(): Row[] {
    return [...this.rows.values()]
  }

  commit() {
    if (this.draft.size === 0) return
    for (const [key, row] of this.draft) {
      if (row) this.keep(key, row)
      else this.drop(key)
    }
    this.draft.clear()
  }

  private keep(key: string, row: Row) {
    if (!this.changed.has(key)) this.changed.set(key, this.rows.get(key))
    this.rows.set(key, row)
    this.gone.delete(key)
  }

  private drop(key: string) {
    const row = this.rows.get(key)
    if (row) this.gone.set(key, row)
    if (row && !this.changed.has(key)) this.changed.set(key, row)
    this.rows.delete(key)
  }

  rollback() {
    for (const [key, row] of this.draft) this.regroup(key, row, this.rows.get(key))
    this.draft.clear()
  }

  /** Every row that committed drafts took away, as it was. */
  removals(): Row[] {
    return [...this.gone.values()]
  }

  /** Every row that committed drafts changed, as it is now. */
  changes(): Row[] {
    return [...this.changed.keys()].flatMap((key) => this.rows.get(key) ?? [])
  }

  /** Every row that committed drafts changed, made or took away, as it was loaded and as it is now. */
  differences(): { before: Row | undefined; after: Row | undefined }[] {
    return [...this.changed].map(([key, before]) => ({ before, after: this.rows.get(key) }))
  }
}
