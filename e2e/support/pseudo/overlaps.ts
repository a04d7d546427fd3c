import { type Box, overlap } from '../boxes'

interface Use extends Box {
  name: string
  /** Which of the things that lie over each other it belongs to. */
  layer: number
}

/** Pairs of things to press or to type into that share a place. */
export function overlaps(uses: Use[]): string[] {
  return uses.flatMap((use, place) =>
    uses
      .slice(place + 1)
      .filter((other) => other.layer === use.layer && overlap(use, other))
      .map((other) => `overlap: “${use.name}” and “${other.name}”`),
  )
}

/** What can be pressed or typed into and is on screen, without the parts that are scrolled away. Runs in the browser. */
export function usesOnScreen(): Use[] {
  const uses = 'a[href], button, input, select, textarea'
  const layers: (Element | null)[] = []
  const layerOf = (element: Element) => {
    const layer = element.closest(
      '[role="dialog"], [role="menu"], [data-sonner-toaster], aside, body',
    )
    return layers.includes(layer) ? layers.indexOf(layer) : layers.push(layer) - 1
  }
  /** Of a field the part for what is typed: a button may stand in its padding. */
  const shownPartOf = (element: Element): Box => {
    const style = element.matches('input, textarea') ? getComputedStyle(element) : undefined
    const box = element.getBoundingClientRect()
    let [x, y] = [box.left + Number.parseFloat(style?.paddingLeft ?? '0'), box.top]
    let [right, bottom] = [box.right - Number.parseFloat(style?.paddingRight ?? '0'), box.bottom]
    for (let edge = element.parentElement; edge; edge = edge.parentElement) {
      if (getComputedStyle(edge).overflow === 'visible') continue
      const around = edge.getBoundingClientRect()
      ;[x, y] = [Math.max(x, around.left), Math.max(y, around.top)]
      ;[right, bottom] = [Math.min(right, around.right), Math.min(bottom, around.bottom)]
    }
    return { x, y, width: right - x, height: bottom - y }
  }
  return [...document.querySelectorAll(uses)].flatMap((element) => {
    const box = shownPartOf(element)
    const isThere = element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    if (!isThere || box.width < 4 || box.height < 4) return []
    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
    const over = top?.closest(uses)
    const layer = layerOf(element)
    // Under something that can't be pressed, as a dialog’s shade, nothing can be pressed by mistake.
    const isSeen = top && (element.contains(top) || (over && layerOf(over) === layer))
    const name = element.getAttribute('aria-label') ?? element.textContent ?? ''
    return isSeen ? [{ name: name.slice(0, 60), layer, ...box }] : []
  })
}
