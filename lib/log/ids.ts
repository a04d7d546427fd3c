import { v5 } from 'uuid'

/** Namespace of every id that the fold derives. Changing it would make a rebuild give other ids. */
const NAMESPACE = '6f2d9a52-54b6-4c0e-9a8e-3f1a7b8c9d10'

/** The UUID (v5) that a name always has. */
export function idOf(name: string): string {
  return v5(name, NAMESPACE)
}
