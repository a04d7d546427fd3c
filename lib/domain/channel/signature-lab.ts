import type { Said } from '@/lib/i18n/reason'

export interface LabStep {
  id: 'header' | 'signature' | 'bytes' | 'secret'
  name: Said
  state: 'ok' | 'differs' | 'unknown'
  text: Said
}

/** What a pasted signature was found to be, step by step. */
export interface LabVerdict {
  /** It would be accepted as it was pasted. */
  accepted: boolean
  steps: LabStep[]
}
