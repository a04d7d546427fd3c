import { act } from 'react'

/**
 * As much of a document as React needs to draw into: what was drawn can be counted, not looked at. A browser would be too
 * large for the unit tests, and the stories have one.
 */
export async function testingScreen() {
  const document = new FakeNode('#document', 9)
  const body = document.createElement('body')
  Object.assign(document, { activeElement: body, documentElement: body, body })
  const window = { document, HTMLIFrameElement: class {}, event: undefined, addEventListener() {} }
  Object.assign(document, { defaultView: window })
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  const { createRoot } = await import('react-dom/client')
  const root = createRoot(document.createElement('div') as unknown as Element)
  return {
    window: Object.assign(new EventTarget(), window, { location: new URL('https://inbox.test') }),
    document,
    draw: (node: React.ReactNode) => act(async () => root.render(node)),
    close: () => act(async () => root.unmount()),
  }
}

/** A node that takes everything and shows nothing. */
class FakeNode extends EventTarget {
  readonly childNodes: FakeNode[] = []
  readonly style = { setProperty() {} }
  readonly namespaceURI = 'http://www.w3.org/1999/xhtml'
  parentNode: FakeNode | null = null
  ownerDocument: FakeNode
  textContent = ''
  nodeValue = ''

  constructor(
    readonly nodeName: string,
    readonly nodeType = 1,
    owner?: FakeNode,
  ) {
    super()
    this.ownerDocument = owner ?? this
  }

  get tagName() {
    return this.nodeName
  }
  createElement(name: string) {
    return new FakeNode(name.toUpperCase(), 1, this)
  }
  createElementNS(_namespace: string, name: string) {
    return this.createElement(name)
  }
  createTextNode(text: string) {
    return Object.assign(new FakeNode('#text', 3, this), { nodeValue: text })
  }
  appendChild(child: FakeNode) {
    return this.insertBefore(child, null)
  }
  insertBefore(child: FakeNode, before: FakeNode | null) {
    child.parentNode?.removeChild(child)
    const at = before ? this.childNodes.indexOf(before) : this.childNodes.length
    this.childNodes.splice(at, 0, child)
    child.parentNode = this
    return child
  }
  removeChild(child: FakeNode) {
    this.childNodes.splice(this.childNodes.indexOf(child), 1)
    child.parentNode = null
    return child
  }
  contains() {
    return true
  }
  setAttribute() {}
  removeAttribute() {}
}
