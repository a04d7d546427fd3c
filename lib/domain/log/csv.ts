/** A line of CSV as RFC 4180 has it, ended. */
export function toCsvLine(cells: (string | number | undefined)[]): string {
  return `${cells.map(toCell).join(',')}\r\n`
}

/**
 * A cell is quoted where it must be. One that begins like a formula gets an apostrophe: spreadsheets would run what a
 * member or agent wrote.
 */
function toCell(value: string | number | undefined): string {
  if (value === undefined) return ''
  const text = String(value)
  const safe = /^[=+\-@\t\r]/.test(text) && typeof value === 'string' ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
