'use client'

import { useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/feedback/skeleton'
import { Line } from '@/components/ui/form/line'
import { Select } from '@/components/ui/form/select'
import type { useReplyTemplates } from '@/lib/client/channel/templates'
import { findTemplates, withValueAt } from '@/lib/client/reply/template-choice'
import { type Template, templateVariablesOf } from '@/lib/domain/reply/template'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { FormProps } from './kinds'

interface TemplateFormProps extends FormProps<'template'> {
  templates: ReturnType<typeof useReplyTemplates>
}

/** Which template, in which language, with which values. The wording is shown beside it as the member will read it. */
export function TemplateForm({ draft, onChange, templates }: TemplateFormProps) {
  const { data, error, refetch, isFetching } = templates
  if (error)
    return (
      <div role="alert" className="flex flex-col items-start gap-2 text-list">
        <p className="text-bad">{error.message}</p>
        <Button pending={isFetching} onClick={() => refetch()}>
          Try again
        </Button>
      </div>
    )
  if (!data) return <Skeleton className="h-40" />
  if (data.length === 0)
    return (
      <p className="text-list text-muted">
        No templates are in this channel’s catalogue yet. An admin adds those that WhatsApp has
        approved, on the channel’s templates page.
      </p>
    )
  return <Picker templates={data} draft={draft} onChange={onChange} />
}

type PickerProps = Pick<FormProps<'template'>, 'draft' | 'onChange'> & { templates: Template[] }

function Picker({ templates, draft, onChange }: PickerProps) {
  const { say } = useTranslator()
  const chosen = templates.find(({ id }) => id === draft.templateId)
  const languages = templates.filter(({ name }) => name === chosen?.name)
  return (
    <>
      <Names
        templates={templates}
        chosen={chosen}
        onChoose={({ id }) => onChange({ ...draft, templateId: id, values: [] })}
      />
      {chosen && languages.length > 1 && (
        <Select
          label="Language"
          value={chosen.id}
          choices={languages.map(({ id, language }) => ({ value: id, label: language }))}
          onChange={(templateId) => onChange({ ...draft, templateId })}
        />
      )}
      {chosen &&
        templateVariablesOf(chosen).map((variable, place) => (
          <Line
            key={`${chosen.name} ${variable.part} ${say(variable.label)}`}
            label={
              variable.part === 'header' ? `Header: ${say(variable.label)}` : say(variable.label)
            }
            type={variable.kind}
            value={draft.values[place]}
            onChange={(value) =>
              onChange({ ...draft, values: withValueAt(draft.values, place, value) })
            }
          />
        ))}
    </>
  )
}

interface NamesProps {
  templates: Template[]
  chosen?: Template
  onChoose: (template: Template) => void
}

/** One entry a name; a catalogue may be long, so it can be narrowed by words of the name or the body. */
function Names({ templates, chosen, onChoose }: NamesProps) {
  const [wanted, setWanted] = useState('')
  const group = useId()
  const shown = findTemplates(templates, wanted)
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1.5 text-list font-medium">Template</legend>
      {templates.length > 5 && <Line label="Find a template" value={wanted} onChange={setWanted} />}
      <div className="thin-scroll max-h-52 divide-y divide-line overflow-y-auto rounded-control border">
        {shown.map((template) => (
          <label
            key={template.id}
            className="flex min-h-11 cursor-pointer items-center gap-2.5 px-3 py-1.5 hover:bg-sunken has-checked:bg-accent-soft has-focus-visible:bg-sunken"
          >
            <input
              type="radio"
              name={group}
              checked={template.name === chosen?.name}
              onChange={() => onChoose(template)}
              className="size-4 shrink-0 accent-accent"
            />
            <span className="min-w-0">
              <span className="block truncate text-list font-medium">{template.name}</span>
              <span dir="auto" className="block truncate text-meta text-muted">
                {template.body}
              </span>
            </span>
          </label>
        ))}
        {shown.length === 0 && (
          <p className="px-3 py-2 text-list text-muted">None has these words.</p>
        )}
      </div>
    </fieldset>
  )
}
