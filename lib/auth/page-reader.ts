import { headers } from 'next/headers'
import { cache } from 'react'
import { translatorFor } from '@/lib/i18n/catalogues'
import type { Translator } from '@/lib/i18n/translator'
import { type Reader, readerOf } from './reader-locale'
import { viewer } from './signed-in'

/** Who reads the page that is being drawn: their locale, and their time zone where they chose one. */
export const pageReader = cache(async (): Promise<Reader> => {
  return readerOf({ headers: await headers() }, await viewer())
})

/** Speaks to whoever reads the page that is being drawn. */
export async function pageTranslator(): Promise<Translator> {
  const { locale, timeZone } = await pageReader()
  return translatorFor(locale, timeZone)
}
