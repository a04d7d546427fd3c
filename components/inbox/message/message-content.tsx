import { withKeys } from '@/components/ui/with-keys'
import type { LocalMessage } from '@/lib/client/message/bubble'
import { type Content, type ContentPart, partsBeside } from '@/lib/domain/message/content'
import { useTranslator } from '@/lib/i18n/use-translator'
import { FileCard } from '../media/file-card'
import { ImageGrid } from '../media/image-grid'
import { VideoPlayer } from '../media/player/video-player'
import { VoicePlayer } from '../media/player/voice-player'
import { Sticker } from '../media/sticker'
import { CardsStrip } from './cards/cards-strip'
import { ContactsCard } from './cards/contacts-card'
import { DeletedText } from './cards/deleted-text'
import { ListCard } from './cards/list-card'
import { LocationCard } from './cards/location-card'
import { OrderCard } from './cards/order-card'
import { TemplateCard } from './cards/template-card'
import { UnknownCard } from './cards/unknown-card'
import { Choices } from './choices'
import { offeredChoices } from './chosen'
import { MessageText } from './text/message-text'

/** What one message says, whatever its kind, with every part of a mixed one. */
export function MessageContent({ message, chosen }: { message: LocalMessage; chosen?: string }) {
  if (message.deleted) return <DeletedText author={message.author} />
  const parts = partsBeside(message.content)
  return (
    <>
      <MainContent message={message} chosen={chosen} />
      {parts.length > 0 && (
        <div className={isFramed(message) ? 'px-[9px] pb-1' : ''}>
          {withKeys(parts).map(({ key, row: part }) => (
            <div key={key} className="mt-2 border-current/20 border-t pt-2">
              <PartContent message={message} part={part} />
            </div>
          ))}
        </div>
      )}
    </>
  )
}

function PartContent({ message, part }: { message: LocalMessage; part: ContentPart }) {
  switch (part.type) {
    case 'location':
      return <LocationCard location={part} />
    case 'contacts':
      return <ContactsCard contacts={part.contacts} />
    case 'cards':
      return <CardsStrip id={message.id} content={part} />
    case 'unknown':
      return <UnknownCard message={message} content={part} />
  }
}

function MainContent({ message, chosen }: { message: LocalMessage; chosen?: string }) {
  const { content } = message
  switch (content.type) {
    case 'text':
      return (
        <>
          <MessageText id={message.id} text={content.text} />
          {offeredChoices(message).length > 0 && (
            <Choices titles={offeredChoices(message)} chosen={chosen} />
          )}
        </>
      )
    case 'choice':
      return <ChoiceText id={message.id} choice={content} />
    case 'order':
      return <OrderCard id={message.id} order={content} />
    case 'cards':
      return <CardsStrip id={message.id} content={content} chosen={chosen} />
    case 'list':
      return <ListCard id={message.id} content={content} chosen={chosen} />
    case 'template':
      return <TemplateCard id={message.id} template={content} chosen={chosen} />
    case 'location':
      return <LocationCard location={content} />
    case 'contacts':
      return <ContactsCard contacts={content.contacts} />
    case 'unknown':
      return <UnknownCard message={message} content={content} />
    default:
      return (
        <>
          <MessageMedia message={message} />
          {content.text && (
            <div className={isFramed(message) ? 'px-[9px] pt-1.5 pb-1' : 'pt-1.5'}>
              <MessageText id={message.id} text={content.text} />
            </div>
          )}
        </>
      )
  }
}

/** Pictures and videos fill their bubble to a thin frame; everything else keeps the text's margin. */
export function isFramed({ content }: LocalMessage): boolean {
  return content.type === 'image' || content.type === 'video'
}

/** Pictures stand together; every other file of the message has a line of its own below. */
function MessageMedia({ message }: { message: LocalMessage }) {
  const pictures = message.media.filter(({ kind }) => kind === 'image')
  const others = message.media.filter(({ kind }) => kind !== 'image')
  return (
    <>
      {pictures.length > 0 && <ImageGrid media={pictures} />}
      {others.map((media) => (
        <div
          key={media.id}
          className={isFramed(message) && media.kind !== 'video' ? 'px-[9px] pt-1.5' : ''}
        >
          <MediaItem media={media} />
        </div>
      ))}
    </>
  )
}

function MediaItem({ media }: { media: LocalMessage['media'][number] }) {
  switch (media.kind) {
    case 'image':
      return <ImageGrid media={[media]} />
    case 'video':
      return <VideoPlayer media={media} />
    case 'audio':
    case 'voice':
      return <VoicePlayer media={media} />
    case 'sticker':
      return <Sticker media={media} />
    case 'file':
      return <FileCard media={media} />
  }
}

/** What the member tapped, and what stood beside it. */
function ChoiceText({ id, choice }: { id: string; choice: Extract<Content, { type: 'choice' }> }) {
  const { say } = useTranslator()
  const { text, name, detail } = choice
  return (
    <>
      <MessageText id={id} text={text || (name ? say(name) : '')} />
      {detail && (
        <p
          dir="auto"
          className="whitespace-pre-line text-[13px] leading-[18px] aside [unicode-bidi:plaintext]"
        >
          {say(detail)}
        </p>
      )}
    </>
  )
}
