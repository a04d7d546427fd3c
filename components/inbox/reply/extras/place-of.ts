/** Which of several rows it is, as people count. */
export function placeOf<Row>(rows: readonly Row[], row: Row): number {
  return rows.indexOf(row) + 1
}
