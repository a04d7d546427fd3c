import { cn } from '@/components/ui/cn'
import { linksIn } from '../text/links'

/** An address that came with a card. Only http and https lead anywhere; anything else is shown as the text it is. */
export function SafeLink({ url }: { url: string }) {
  const look = cn('block truncate text-[13px] leading-[18px]')
  const [href] = linksIn(url)
  if (!href) return <bdi className={`${look} aside`}>{url}</bdi>
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      className={`${look} rounded-sm underline underline-offset-2`}
    >
      {url}
    </a>
  )
}
