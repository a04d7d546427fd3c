import { LayoutTemplate } from 'lucide-react'
import { withKeys } from '@/components/ui/with-keys'
import type { Content } from '@/lib/domain/message/content'
import { useTranslator } from '@/lib/i18n/use-translator'
import { Choices } from '../choices'
import { MessageText } from '../text/message-text'
import { CardHead } from './card-head'

type Template = Extract<Content, { type: 'template' }>

interface TemplateCardProps {
  id: string
  template: Template
  chosen?: string
}

/**
 * An approved message: its wording where we sent it ourselves, else its name and the values that were put into it,
 * because the wording lives at the platform.
 */
export function TemplateCard({ id, template, chosen }: TemplateCardProps) {
  const { name, language, text, values, choices } = template
  const { t } = useTranslator()
  return (
    <div className="w-72 max-w-full">
      <CardHead icon={LayoutTemplate}>{t('message.card.template')}</CardHead>
      <p className={text ? 'mb-1 text-[12px] leading-4 aside' : 'mt-1 font-medium'}>
        <bdi>{name}</bdi>
        {language && <span className="aside"> ({language})</span>}
      </p>
      {text && <MessageText id={id} text={text} />}
      {!text && values.length > 0 && (
        <ul aria-label={t('message.card.values')} className="mt-1 text-[13px] leading-[18px] aside">
          {withKeys(values).map(({ key, row }) => (
            <li key={key} dir="auto">
              {row}
            </li>
          ))}
        </ul>
      )}
      {choices && choices.length > 0 && <Choices titles={choices} chosen={chosen} />}
    </div>
  )
}
