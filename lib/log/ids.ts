import { v5 } from 'uuid'

/** Namespace of every id that the fold derives. Changing it would make a rebuild give other ids. */
const NAMESPACE = '6f2d9a52-54b6-4c0e-9a8e-3f1a7b8c9d10'

/** The UUID (v5) that a name always has. */
export function idOf(name: string): string {
  return v5(name, NAMESPACE)
}

/** The same, remembering what it derived: a batch asks for the id of one conversation hundreds of times. */
export function rememberIds(): (name: string) => string {
  const known = new Map<string, string>()
  return (name) => {
    const id = known.get(name) ?? idOf(name)
    known.set(name, id)
    return id
  }
}
