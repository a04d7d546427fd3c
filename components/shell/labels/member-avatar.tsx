import { Avatar } from '@/components/ui/avatar'
import type { ConversationView } from '@/lib/view/conversation-view'
import { PlatformMark } from './platform-mark'

interface MemberAvatarProps {
  conversation: Pick<ConversationView, 'member' | 'channel'>
  /** Pixels. */
  size?: number
}

/** A member's face with the mark of the platform they write on. */
export function MemberAvatar({ conversation: { member, channel }, size }: MemberAvatarProps) {
  return (
    <Avatar
      name={member.name}
      src={member.profilePic}
      size={size}
      mark={
        <PlatformMark
          platform={channel.platform}
          className="absolute -right-1 -bottom-1 size-[18px] border-2 border-surface"
        />
      }
    />
  )
}
