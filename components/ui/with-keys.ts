/** Rows with keys by their place: a platform may send the same one twice, and their order never changes. */
export function withKeys<Row>(rows: Row[]): { key: string; row: Row }[] {
  return rows.map((row, place) => ({ key: String(place), row }))
}
