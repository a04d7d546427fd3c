import type { Template } from '@/lib/domain/reply/template'

/** One template of each name, whatever languages it has, whose name or body has the words that somebody looks for. */
export function findTemplates(templates: Template[], wanted: string): Template[] {
  const words = wanted.trim().toLowerCase()
  return firstOfEachName(templates).filter(({ name, body }) =>
    `${name} ${body}`.toLowerCase().includes(words),
  )
}

function firstOfEachName(templates: Template[]): Template[] {
  return templates.filter(
    ({ name }, place) => templates.findIndex((each) => each.name === name) === place,
  )
}

/** The values of a template with one of them changed. They may be filled in any order: gaps are empty. */
export function withValueAt(values: string[], place: number, value: string): string[] {
  return Array.from({ length: Math.max(values.length, place + 1) }, (_, each) =>
    each === place ? value : (values[each] ?? ''),
  )
}
