import { describe, expect, test } from 'vitest'
import { linesIn, markupOf } from '@/components/ui/testing-markup'
import { reason, type Said } from '@/lib/i18n/reason'
import type { MediaView } from '@/lib/view/media-view'
import { markupInThread } from '../testing-thread'
import { ImageGrid } from './image-grid'
import { mediaStateOf } from './media-space'
import { Waveform } from './waveform'

describe('a file that is not there', () => {
  const told = (state: MediaView['state'], why?: Said) => mediaStateOf({ state, reason: why })

  test('says that it comes, or that it is late and still being tried for', () => {
    expect(told('waiting')).toEqual(reason('media.state.fetching'))
    const why = 'Stella did not answer.'
    expect(told('waiting', why)).toEqual(reason('media.state.late', { why }))
  })

  test('says why it can’t be had, in the platform’s words where it gave some', () => {
    expect(told('gone')).toEqual(reason('media.state.gone'))
    expect(told('gone', 'It expired there.')).toBe('It expired there.')
    expect(told('refused')).toEqual(reason('media.state.refused'))
  })

  test('is not blamed on anybody else where it was dropped here', () => {
    expect(told('expired', 'It expired there.')).toEqual(reason('media.state.expired'))
  })
})

describe('the pictures of a message', () => {
  test('are four at most, and the last says how many more there are', () => {
    const six = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => picture({ id }))
    const html = markupInThread(<ImageGrid media={six} />)
    expect(html.match(/<img/g)).toHaveLength(4)
    expect(linesIn(html)).toEqual(['+2'])
    expect(linesIn(markupInThread(<ImageGrid media={six.slice(0, 4)} />))).toEqual([])
  })

  test('take their space before they are there', () => {
    const html = markupInThread(<ImageGrid media={[picture({ width: 640, height: 320 })]} />)
    expect(html).toContain('width:320px;aspect-ratio:320 / 160')
  })

  test('that expired are shown small, as long as that is kept', () => {
    const small = picture({ state: 'expired', thumbnailUrl: '/thumbnails/a' })
    expect(markupInThread(<ImageGrid media={[small]} />)).toContain('src="/thumbnails/a"')
  })
})

test('silence in a recording is a line of dots, and what was heard stands out', () => {
  const html = markupOf(<Waveform peaks={[0, 80, 0, 40]} share={0.5} />)
  const heights = [...html.matchAll(/height:(\d+)%/g)].map(([, percent]) => Number(percent))
  expect(heights).toEqual([8, 80, 8, 40])
  expect(html.match(/opacity-35/g)).toHaveLength(2)
})

function picture(more: Partial<MediaView>): MediaView {
  return { id: 'a', kind: 'image', state: 'stored', type: 'image/png', url: '/media/a', ...more }
}
