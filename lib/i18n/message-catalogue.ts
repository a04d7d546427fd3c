import type { en } from './en'

/** Every message, by room and key, as ICU MessageFormat. English decides which there are. */
export type Messages = CatalogueOf<typeof en>

/** The same keys with a text of another language in each. */
type CatalogueOf<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : CatalogueOf<T[K]>
}

/** A part of the product whose messages are loaded together. */
export type Room = keyof typeof en

type Leaves<T, Prefix extends string = ''> = {
  [K in keyof T & string]: T[K] extends string
    ? { [Path in `${Prefix}${K}`]: T[K] }
    : Leaves<T[K], `${Prefix}${K}.`>
}[keyof T & string]

type Union<T> = (T extends unknown ? (value: T) => void : never) extends (value: infer All) => void
  ? All
  : never

/** The English text of every key. */
export type English = Union<Leaves<typeof en>>

/** The full name of a message: `reply.blocked.bot`. */
export type Key = keyof English & string
