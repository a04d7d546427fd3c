/** Without the fields of a form that were left empty. */
export function withoutGaps(texts: string[]): string[] {
  return texts.filter(Boolean)
}
