import { type Token, toTokens } from './marks'

/** Text with links and, where the platform has them, its marks. Elements only: nothing is parsed as HTML. */
export function FormattedText({ text, marks }: { text: string; marks: boolean }) {
  return toKeyed(toTokens(text, { marks })).map(({ key, token }) => (
    <TokenView key={key} token={token} />
  ))
}

function TokenView({ token }: { token: Token }) {
  switch (token.type) {
    case 'text':
      return token.text
    case 'link':
      return <TextLink href={token.href}>{token.text}</TextLink>
    case 'code':
      return (
        <code className="whitespace-pre-wrap rounded bg-[color-mix(in_oklch,currentColor_12%,transparent)] px-1 font-mono text-[0.93em]">
          {token.text}
        </code>
      )
    case 'bold':
      return (
        <strong className="font-semibold">
          <Tokens tokens={token.children} />
        </strong>
      )
    case 'italic':
      return (
        <em>
          <Tokens tokens={token.children} />
        </em>
      )
    case 'strike':
      return (
        <s>
          <Tokens tokens={token.children} />
        </s>
      )
  }
}

function Tokens({ tokens }: { tokens: Token[] }) {
  return toKeyed(tokens).map(({ key, token }) => <TokenView key={key} token={token} />)
}

/** Mail and telephone open a program of the reader's, not a page. */
function TextLink({ href, children }: { href: string; children: string }) {
  const isPage = href.startsWith('http')
  return (
    <a
      href={href}
      target={isPage ? '_blank' : undefined}
      rel="noopener noreferrer"
      className="rounded-sm underline decoration-1 underline-offset-2 hover:decoration-2"
    >
      {children}
    </a>
  )
}

/** Tokens have no identity but their place; the text of a stored message never changes. */
function toKeyed(tokens: Token[]) {
  return tokens.map((token, place) => ({ key: `${place}:${token.type}`, token }))
}
