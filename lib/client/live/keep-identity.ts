import { replaceEqualDeep } from '@tanstack/react-query'

/**
 * For `structuralSharing`: a row that says what it said before stays the same object wherever it stands now, so that nothing
 * of it is drawn again. The usual comparison goes by place, and takes every row below one that came for another.
 */
export function keepRows(before: unknown, now: unknown): unknown {
  return replaceRows(before, now, rowsIn(before))
}

type Row = { id: string }

function replaceRows(before: unknown, now: unknown, rows: ReadonlyMap<string, Row>): unknown {
  if (before === now || !isRecord(now)) return now
  const last = isRecord(before) ? before : {}
  const parts = Object.entries(now).map(([name, value]) => {
    if (name === 'pages' && Array.isArray(value)) {
      const pages = value.map((page, at) => replaceRows(toArray(last.pages)[at], page, rows))
      return [name, keepSame(last.pages, pages)]
    }
    if (!isRows(value)) return [name, replaceEqualDeep(last[name], value)]
    const kept = value.map((row) => keepRow(rows.get(row.id), row))
    return [name, keepSame(last[name], kept)]
  })
  const isSame =
    isRecord(before) &&
    Object.keys(last).length === parts.length &&
    parts.every(([name, value]) => last[name as string] === value)
  return isSame ? before : Object.fromEntries(parts)
}

/** Of a row that a change of the stream put in, the object is known to be the newest. */
function keepRow(before: Row | undefined, now: Row): Row {
  return before === undefined || before === now ? now : replaceEqualDeep(before, now)
}

function keepSame(before: unknown, now: unknown[]): unknown {
  const last = toArray(before)
  const isSame = last.length === now.length && now.every((each, at) => each === last[at])
  return isSame && Array.isArray(before) ? before : now
}

/** Every row of every page, by id. Lines and what stands between them share no id. */
function rowsIn(data: unknown): Map<string, Row> {
  const pages = isRecord(data) ? toArray(data.pages) : []
  const rows = pages.flatMap((page) => (isRecord(page) ? Object.values(page).filter(isRows) : []))
  return new Map(rows.flat().map((row) => [row.id, row]))
}

function isRows(value: unknown): value is Row[] {
  return (
    Array.isArray(value) && value.every((each) => isRecord(each) && typeof each.id === 'string')
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function toArray(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}
