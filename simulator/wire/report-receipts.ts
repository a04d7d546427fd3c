import { channelOfMember } from '../day/members'
import type { Unfetched } from '../media/sent'
import type { World } from '../simulated-world'
import type { LineReceipt, Member, PhoneLine } from '../state'
import { toStatus } from './webhook-bodies'
import type { Manner } from './webhooks'

/** A phone takes a moment to say that a message has arrived. */
const DELIVERED_AFTER_MS = 300

interface ReceiptOptions {
  manner?: Manner
  /** The platform accepted the message and then could not deliver it. */
  fails?: boolean
  /** Why it could not, where that is not a closed window. */
  failure?: Unfetched
}

/** What becomes of a line to the member: sent at once, delivered (or failed) a moment later. Read needs a reader. */
export function reportReceipts(
  world: World,
  member: Member,
  line: PhoneLine,
  options: ReceiptOptions = {},
) {
  report(world, member, line, 'sent', options.manner)
  const outcome = options.fails || options.failure ? 'failed' : 'delivered'
  world.after(DELIVERED_AFTER_MS, () => {
    if (line.receipt === 'sent')
      report(world, member, line, outcome, options.manner, options.failure)
  })
}

/** The member has seen everything: each line to them that was not read is, after having been delivered. */
export function memberReads(world: World, member: Member) {
  for (const line of member.thread) {
    if (line.receipt === 'sent') report(world, member, line, 'delivered')
    if (line.receipt === 'delivered') report(world, member, line, 'read')
  }
}

/** After a restart: what was on its way when the simulator closed has arrived by now. */
export function catchUpOnReceipts(world: World) {
  for (const member of world.state.members) {
    for (const line of member.thread) {
      if (line.receipt === 'sent') report(world, member, line, 'delivered')
    }
  }
}

/** Only WhatsApp reports receipts as raw statuses; elsewhere the phone just remembers. */
function report(
  world: World,
  member: Member,
  line: PhoneLine,
  receipt: LineReceipt,
  manner?: Manner,
  failure?: Unfetched,
) {
  line.receipt = receipt
  const channel = channelOfMember(world, member)
  if (channel.platform === 'whatsapp') {
    world.webhooks.send(
      channel,
      'statuses',
      member.id,
      toStatus(member, line.id, receipt, world.now(), failure),
      manner,
    )
  }
  world.changed({ member })
}
