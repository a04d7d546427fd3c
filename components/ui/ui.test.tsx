import { describe, expect, test } from 'vitest'
import { Button } from './button'
import { Count } from './count'
import { Loaded } from './feedback/loaded'
import { Line } from './form/line'
import { RepeatedRows } from './form/repeated-rows'
import { linesIn, markupOf } from './testing-markup'

describe('a button', () => {
  test('a button that can’t be used stays in reach of the keyboard, where its reason is read', () => {
    const html = markupOf(<Button disabledReason="The bot is answering.">Send</Button>)
    expect(html).toContain('aria-disabled="true"')
    expect(html).not.toContain(' disabled=""')
    expect(linesIn(html)).toEqual(['Send'])
  })

  test('while its work is under way it says so, and can’t be pressed again', () => {
    const html = markupOf(<Button pending>Save</Button>)
    expect(html).toContain('aria-busy="true"')
    expect(html).toContain('aria-disabled="true"')
  })

  test('a button in a form sends it only where it says so', () => {
    expect(markupOf(<Button>Add</Button>)).toContain('type="button"')
    expect(markupOf(<Button type="submit">Save</Button>)).toContain('type="submit"')
  })

  test('one that can be used says nothing of all this', () => {
    expect(markupOf(<Button>Save</Button>)).not.toMatch(/ aria-(?:disabled|busy)=/)
  })
})

describe('a count', () => {
  test('a large number is cut on screen and whole for who hears it', () => {
    const html = markupOf(<Count value={120} label="120 unread" />)
    expect(html).toContain('<span aria-hidden="true">99+</span>')
    expect(html).toContain('120 unread')
  })

  test('up to 99 it is the number itself', () => {
    expect(markupOf(<Count value={99} label="99 unread" />)).toContain('>99<')
  })
})

describe('what is loaded', () => {
  const refetch = () => undefined
  const shown = (query: { data?: string; error?: Error }) => {
    const { data, error = null } = query
    return markupOf(
      <Loaded query={{ data, error, refetch }} what="The people">
        {(name) => <p>{name}</p>}
      </Loaded>,
    )
  }

  test('while nothing is there yet, its place says so to who can’t see it', () => {
    const html = shown({})
    expect(html).toContain('aria-busy="true"')
    expect(linesIn(html)).toEqual(['The people: loading'])
  })

  test('a failure says what did not load and why, at once, and offers another try', () => {
    const html = shown({ error: new Error('You are offline.') })
    expect(html).toContain('role="alert"')
    expect(linesIn(html)).toEqual(['The people didn’t load', 'You are offline.', 'Try again'])
  })

  test('what was loaded before stays on screen when asking again fails', () => {
    expect(linesIn(shown({ data: 'Ana', error: new Error('You are offline.') }))).toEqual(['Ana'])
  })
})

describe('a line of a form', () => {
  const line = (value: string | undefined) =>
    markupOf(<Line label="Title" value={value} max={20} hint="Short" onChange={() => undefined} />)

  test('its label is the field’s name, and its hint is read with it', () => {
    const html = line('')
    const id = /<input id="([^"]+)"/.exec(html)?.[1]
    expect(html).toContain(`for="${id}"`)
    expect(html).toContain(`aria-describedby="${id}-hint"`)
    expect(html).toContain(`<p id="${id}-hint"`)
  })

  test('the count takes the place of the hint once the limit comes near', () => {
    expect(linesIn(line('a'.repeat(14)))).toEqual(['Title', 'Short'])
    expect(linesIn(line('a'.repeat(15)))).toEqual(['Title', '15 of 20 characters'])
  })

  test('what was never filled is an empty field, not an unmanaged one', () => {
    expect(line(undefined)).toContain('value=""')
  })
})

describe('repeated rows', () => {
  const rows = (titles: string[], max: number) =>
    markupOf(
      <RepeatedRows
        name="Button"
        rows={titles}
        max={max}
        empty={() => ''}
        onChange={() => undefined}
      >
        {(title, _change, name) => <p>{`${name}: ${title}`}</p>}
      </RepeatedRows>,
    )

  test('each row has a number, and a way to take out just that one', () => {
    const html = rows(['Yes', 'No'], 3)
    expect(linesIn(html)).toEqual([
      'Button 1',
      'Button 1: Yes',
      'Button 2',
      'Button 2: No',
      'Add button',
    ])
    expect(html).toContain('aria-label="Remove button 2"')
  })

  test('at the limit of the platform no further row can be added', () => {
    expect(rows(['Yes', 'No'], 2)).toMatch(/aria-disabled="true"[^>]*>(?:<svg.*<\/svg>)?Add button/)
    expect(rows(['Yes'], 2)).not.toContain('aria-disabled=')
  })
})
