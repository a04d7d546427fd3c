import type { Box } from '../boxes'

interface Edge extends Box {
  /** Whether what reaches over the edge is hidden, and whether one may scroll to it; across and down. */
  hides: [boolean, boolean]
  scrolls: [boolean, boolean]
  isEllipsis: boolean
}

interface TextBox extends Box {
  element: string
  text: string
  /** It is pressed, or heads something. */
  isHead: boolean
  /** The whole is said elsewhere too. */
  isElsewhere: boolean
  /** What it stands in, the innermost first. */
  edges: Edge[]
}

/**
 * A text of which a part is hidden. What people and platforms wrote may end in an ellipsis; our own words may where the
 * whole is said elsewhere, and never in what is pressed or heads something.
 */
export function cut(text: TextBox): string[] {
  const scrolled = [false, false]
  for (const edge of text.edges) {
    // Read aloud alone.
    if (edge.width <= 1 || edge.height <= 1) return []
    const over = [
      Math.max(edge.x - text.x, text.x + text.width - edge.x - edge.width) > 1,
      // A line is higher than its letters.
      Math.max(edge.y - text.y, text.y + text.height - edge.y - edge.height) > 4,
    ]
    if (over.some((is, axis) => is && edge.hides[axis] && !scrolled[axis])) {
      const isOurs = /[\u00c0-\u024f\u0271\u1e00-\u1eff]/.test(text.text)
      const isFine = edge.isEllipsis && (!isOurs || (text.isElsewhere && !text.isHead))
      return isFine ? [] : [`cut: <${text.element}> “${text.text}”`]
    }
    for (const axis of [0, 1]) scrolled[axis] ||= edge.scrolls[axis] ?? false
  }
  return []
}

/** Every text that stands on the page, and where. Runs in the browser. */
export function textBoxes(): TextBox[] {
  const heads = 'button, label, legend, th, h1, h2, h3, [role="tab"], [role^="menuitem"]'
  const both = (style: CSSStyleDeclaration, what: RegExp): [boolean, boolean] =>
    style.display === 'inline'
      ? [false, false]
      : [what.test(style.overflowX), what.test(style.overflowY)]
  const edgesOf = (element: Element | null): Edge[] => {
    if (!element || element === document.body) return []
    const style = getComputedStyle(element)
    const { x, y, width, height } = element.getBoundingClientRect()
    const isEllipsis = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none'
    const over = { hides: both(style, /hidden|clip/), scrolls: both(style, /auto|scroll/) }
    const around = style.position === 'fixed' ? [] : edgesOf(element.parentElement)
    return style.display === 'inline' || style.display === 'contents'
      ? around
      : [{ x, y, width, height, isEllipsis, ...over }, ...around]
  }
  const found: TextBox[] = []
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const owner = texts.currentNode.parentElement
    const text = texts.currentNode.nodeValue?.trim() ?? ''
    if (!text || !owner?.checkVisibility({ visibilityProperty: true })) continue
    const range = document.createRange()
    range.selectNodeContents(texts.currentNode)
    const { x, y, width, height } = range.getBoundingClientRect()
    const isHead = owner.closest(heads) !== null
    const isElsewhere = owner.closest('[title], [aria-label], [data-row]') !== null
    const element = owner.tagName.toLowerCase()
    found.push({ element, text, x, y, width, height, isHead, isElsewhere, edges: edgesOf(owner) })
  }
  return found
}
