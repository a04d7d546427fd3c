import { mkdir, writeFile } from 'node:fs/promises'
import { arch, cpus } from 'node:os'
import path from 'node:path'

export interface Figure {
  name: string
  unit: string
  /** One value a round. */
  values: number[]
}

const FOLDER = '.data/bench'

/** The middle value; of an even number of values the mean of the two in the middle. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2
}

/** The value below which this part of all values lies, from 0 to 1. */
export function quantile(values: number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}

/** Each value divided by its floor of the same round, because the machine is shared and rounds differ. */
export function ratio(name: string, values: number[], floors: number[]): Figure {
  const ratios = values.map((value, index) => value / (floors[index] ?? Number.NaN))
  return { name, unit: '×', values: ratios }
}

/** Prints the figures with median and spread, and writes them to `.data/bench/{name}.json`. */
export async function report(name: string, figures: Figure[]): Promise<void> {
  const rows = figures.map(({ name: label, unit, values }) => [
    label,
    toText(median(values)),
    `${toText(Math.min(...values))} – ${toText(Math.max(...values))}`,
    unit,
  ])
  const head = ['figure', 'median', 'spread', '']
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)),
  )
  for (const row of [head, ...rows])
    console.log(row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
  await mkdir(FOLDER, { recursive: true })
  const file = path.join(FOLDER, `${name}.json`)
  const machine = { node: process.version, arch: arch(), cores: cpus().length }
  await writeFile(file, `${JSON.stringify({ name, at: new Date(), machine, figures }, null, 2)}\n`)
  console.log(`Written to ${file}.`)
}

function toText(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(2)
}
