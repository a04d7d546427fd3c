'use client'

import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useRef } from 'react'
import { useTranslator } from '@/lib/i18n/use-translator'

const WIDTH_PX = 1400

/** One page as a picture, drawn when it comes into sight. */
export function PdfPage({ document, number }: { document: PDFDocumentProxy; number: number }) {
  const { t } = useTranslator()
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const element = canvas.current
    if (!element) return
    const watcher = new IntersectionObserver(([seen]) => {
      if (!seen?.isIntersecting) return
      watcher.disconnect()
      void draw(document, number, element).catch(() => undefined)
    })
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [document, number])
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={t('media.file.page', { number })}
      width={WIDTH_PX}
      height={Math.round(WIDTH_PX * Math.SQRT2)}
      className="block h-auto w-full rounded-control border bg-surface"
    />
  )
}

async function draw(document: PDFDocumentProxy, number: number, canvas: HTMLCanvasElement) {
  const page = await document.getPage(number)
  const whole = page.getViewport({ scale: 1 })
  const viewport = page.getViewport({ scale: WIDTH_PX / whole.width })
  canvas.height = Math.round(viewport.height)
  await page.render({ canvas, viewport }).promise
}
