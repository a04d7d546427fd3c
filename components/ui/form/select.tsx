import { ChoiceField } from '@/components/ui/form/choice-field'

interface SelectProps<Value extends string> {
  label: string
  value: Value
  choices: { value: Value; label: string }[]
  onChange: (value: Value) => void
}

/** One of a few, in a form: the browser's own, which every keyboard and every phone knows. */
export function Select<Value extends string>({
  label,
  value,
  choices,
  onChange,
}: SelectProps<Value>) {
  return (
    <ChoiceField
      label={label}
      value={value}
      choices={choices}
      onChoice={(chosen) => {
        const choice = choices.find((each) => each.value === chosen)
        if (choice) onChange(choice.value)
      }}
    />
  )
}
