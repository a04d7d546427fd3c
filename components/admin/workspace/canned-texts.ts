import { type CannedReply, unknownVariablesIn } from '@/lib/domain/reply/canned-reply'
import { type Reason, reason } from '@/lib/i18n/reason'

type CannedText = CannedReply['texts'][number]

/** Why a canned reply is not saved yet: a variable that is misspelt would stand in what members read. */
export function unsavableBecause({ texts }: CannedReply): Reason | undefined {
  const [unknown] = texts.flatMap(({ text }) => unknownVariablesIn(text))
  if (!unknown) return undefined
  return reason('workspace.canned.unknownVariable', { variable: `{{${unknown}}}` })
}

export function withChangedText(
  reply: CannedReply,
  index: number,
  part: Partial<CannedText>,
): CannedReply {
  const texts = reply.texts.map((text, at) => (at === index ? { ...text, ...part } : text))
  return { ...reply, texts }
}

/** With room for one more language. */
export function withNewText(reply: CannedReply): CannedReply {
  return { ...reply, texts: [...reply.texts, { language: '', text: '' }] }
}

export function withoutText(reply: CannedReply, index: number): CannedReply {
  return { ...reply, texts: reply.texts.filter((_, at) => at !== index) }
}
