export interface LabStep {
  name: 'Header' | 'Signature' | 'Bytes' | 'Secret'
  state: 'ok' | 'differs' | 'unknown'
  text: string
}

/** What a pasted signature was found to be, step by step. */
export interface LabVerdict {
  /** It would be accepted as it was pasted. */
  accepted: boolean
  steps: LabStep[]
}
