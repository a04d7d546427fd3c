import { BookImage, Forward, Link2, type LucideIcon, Megaphone, Tag } from 'lucide-react'
import type { MessageContext } from '@/lib/domain/message/message-context'
import { useTranslator } from '@/lib/i18n/use-translator'
import { CardHead } from './card-head'
import { SafeLink } from './safe-link'

/** What stands around the member's words: forwarded, from an ad, about a product, on a story. Above the text. */
export function ContextCard({ context }: { context: MessageContext }) {
  const { sender, forwarded, referral, product, story } = context
  const { t } = useTranslator()
  return (
    <>
      {sender && (
        <p className="font-semibold text-[12px] leading-4">
          <bdi>{sender}</bdi>
        </p>
      )}
      {forwarded && (
        <CardHead icon={Forward}>
          {forwarded === 'often' ? t('message.card.forwardedOften') : t('message.card.forwarded')}
        </CardHead>
      )}
      {referral && (
        <Card icon={referral.kind === 'link' ? Link2 : Megaphone} name={t(NAMES[referral.kind])}>
          {referral.title && (
            <p dir="auto" className="font-medium">
              {referral.title}
            </p>
          )}
          {referral.text && (
            <p dir="auto" className="line-clamp-3 aside">
              {referral.text}
            </p>
          )}
          {referral.ref && (
            <p dir="auto" className="aside">
              {referral.ref}
            </p>
          )}
          {referral.url && <SafeLink url={referral.url} />}
        </Card>
      )}
      {product && (
        <Card icon={Tag} name={t('message.card.product')}>
          <p className="font-medium">{product.productId}</p>
        </Card>
      )}
      {story && (
        <Card
          icon={BookImage}
          name={
            story.kind === 'mention' ? t('message.card.storyMention') : t('message.card.storyReply')
          }
        >
          {story.url && <SafeLink url={story.url} />}
        </Card>
      )}
    </>
  )
}

const NAMES = {
  ad: 'message.card.fromAd',
  post: 'message.card.fromPost',
  link: 'message.card.fromLink',
} as const

function Card({
  icon,
  name,
  children,
}: {
  icon: LucideIcon
  name: string
  children: React.ReactNode
}) {
  return (
    <div className="mb-1.5 w-72 max-w-full rounded-md border border-line-strong px-2.5 py-1.5 text-[13px] leading-[18px]">
      <CardHead icon={icon}>{name}</CardHead>
      {children}
    </div>
  )
}
