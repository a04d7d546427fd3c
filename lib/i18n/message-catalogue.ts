import type { en } from './en'

/** Every message, by room and key, as ICU MessageFormat. English decides which there are. */
export type Messages = CatalogueOf<typeof en>

/** The same keys with a text of another language in each. */
type CatalogueOf<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : CatalogueOf<T[K]>
}

/** A part of the product whose messages are loaded together. */
export type Room = keyof typeof en

type Paths<T, Prefix extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Prefix}${K}` : Paths<T[K], `${Prefix}${K}.`>
}[keyof T & string]

type At<T, Path> = Path extends `${infer First}.${infer Rest}`
  ? First extends keyof T
    ? At<T[First], Rest>
    : never
  : Path extends keyof T
    ? T[Path]
    : never

/** The full name of a message: `reply.blocked.bot`. */
export type Key = Paths<typeof en>

/** The English text of a message. */
export type EnglishOf<K extends Key> = At<typeof en, K>
