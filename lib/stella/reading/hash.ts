import { hash } from 'node:crypto'

/** A short, index-friendly stand-in for a value of any length. Hex SHA-256. */
export function toHash(text: string): string {
  return hash('sha256', text)
}
