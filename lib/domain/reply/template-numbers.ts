/** The numbers of the variables in a text, in order, each once. */
export function numbersIn(text: string): number[] {
  const numbers = [...text.matchAll(/\{\{\s*(\d{1,2})\s*\}\}/g)].map((match) => Number(match[1]))
  return [...new Set(numbers)].sort((a, b) => a - b)
}
