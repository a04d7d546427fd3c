import { LayoutTemplate } from 'lucide-react'
import type { Content } from '@/lib/domain/content'
import { CardHead } from './card-head'
import { withKeys } from './with-keys'

type Template = Extract<Content, { type: 'template' }>

/** A message whose wording lives at the platform: its name and the values that were put into it. */
export function TemplateCard({ template }: { template: Template }) {
  return (
    <div className="w-72 max-w-full">
      <CardHead icon={LayoutTemplate}>Template</CardHead>
      <p className="mt-1 font-medium">
        <bdi>{template.name}</bdi>
        {template.language && <span className="opacity-80"> ({template.language})</span>}
      </p>
      {template.values.length > 0 && (
        <ul aria-label="Values" className="mt-1 text-[13px] leading-[18px] opacity-80">
          {withKeys(template.values).map(({ key, row }) => (
            <li key={key} dir="auto">
              {row}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
