'use client'

import type { PDFDocumentProxy } from 'pdfjs-dist'
import { reason } from '@/lib/i18n/reason'
import { ApiError } from '../api'

/** Opens a PDF of ours for drawing, in a worker of its own. Throws for what is no PDF, or is locked. */
export async function openPdf(url: string): Promise<PDFDocumentProxy> {
  // Only those who look into a PDF need it.
  const pdfjs = await import('pdfjs-dist')
  const worker = new Worker(new URL('pdfjs-dist/build/pdf.worker.mjs', import.meta.url), {
    type: 'module',
  })
  pdfjs.GlobalWorkerOptions.workerPort = worker
  return pdfjs.getDocument({ url, enableXfa: false, useWasm: false, isEvalSupported: false })
    .promise
}

/** The words of a text file of ours. */
export async function readTextFile(url: string): Promise<string> {
  const response = await fetch(url)
  if (!response.ok)
    throw new ApiError(response.status, 'unreadable', reason('media.file.unreadable'))
  return response.text()
}
