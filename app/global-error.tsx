'use client'

import './globals.css'
import { useEffect, useState } from 'react'
import { reloadIfReplaced } from '@/lib/client/browser/reload-tab'
import { LANGUAGES, type Language } from '@/lib/i18n/locale'
import type { ErrorPageProps } from './error'
import { ErrorScreen } from './error-screen'

interface Words {
  title: string
  text: string
  retry: string
}

/** No catalogue is left here, so the page brings its words along. */
const WORDS: Record<Language, Words> = {
  en: {
    title: 'This screen stopped working',
    text: 'Nothing you sent is lost. If it happens again, tell your admin what you were doing.',
    retry: 'Try again',
  },
  'zh-Hant': {
    title: '此畫面已停止運作',
    text: '你已傳送的內容沒有遺失。如再次發生，請告訴管理員你當時在做甚麼。',
    retry: '重試',
  },
  'zh-Hans': {
    title: '此页面已停止运行',
    text: '你已发送的内容没有丢失。如再次发生，请告诉管理员你当时在做什么。',
    retry: '重试',
  },
}

/** Stands in for the whole page when even the layout failed, in the language that the page had. */
export default function GlobalError({ error: { digest }, reset }: ErrorPageProps) {
  const [language] = useState(languageOfPage)
  useEffect(() => void reloadIfReplaced(), [])
  const { title, text, retry } = WORDS[language]
  return (
    <html lang={language}>
      <body>
        <ErrorScreen title={title} retry={retry} onRetry={reset}>
          {digest ? `${text} (${digest})` : text}
        </ErrorScreen>
      </body>
    </html>
  )
}

function languageOfPage(): Language {
  const lang = typeof document === 'undefined' ? undefined : document.documentElement.lang
  return LANGUAGES.find((language) => language === lang) ?? 'en'
}
