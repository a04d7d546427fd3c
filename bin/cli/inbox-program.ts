import { Command, Option } from 'commander'
import { addChannel } from '@/lib/admin/channel/add-channel'
import { addConnection } from '@/lib/admin/channel/add-connection'
import { browseSchema } from '@/lib/admin/log/browse-events'
import { replayEvents } from '@/lib/admin/log/replay-events'
import { addAgent } from '@/lib/admin/people/add-agent'
import { readDoctor } from '@/lib/admin/workspace/doctor'
import type { Context } from '@/lib/context'
import { findEvent, listEvents } from '@/lib/db/log/event-listing'
import { reachOf } from '@/lib/domain/channel/address-reach'
import { DIALECTS, PLATFORMS } from '@/lib/domain/channel/channel'
import type { Replay } from '@/lib/domain/log/replay'
import { ROLES } from '@/lib/domain/people/role'
import { applyRebuild, checkRebuild } from '@/lib/log/rebuild'
import {
  toDoctorAnswer,
  toDoctorLines,
  toEventLine,
  toEventLines,
  toRebuildLines,
} from './inbox-lines'
import { joinReplays, toReplayed, toReplayLines } from './inbox-replay'
import { forgetOldSecrets, rotateSecret, showSecret } from './inbox-secret'
import { type Output, ownSecretFile, withInbox } from './inbox-session'

/** `npm run inbox -- <noun> <verb>`: everything an operator scripts (README.md "The command line"). */
export function makeProgram(): Command {
  const program = new Command('inbox')
    .description('Operate stella-inbox, while the app runs or not.')
    .configureHelp({ showGlobalOptions: true })
    .exitOverride()
  addAgentCommands(program)
  addConnectionCommands(program)
  addChannelCommands(program)
  addEventCommands(program)
  addSecretCommands(program)
  action(program.command('rebuild'), 'Fold the whole log again and compare with what is stored')
    .option('--check', 'compare only; nothing is changed')
    .option(
      '--apply',
      'where they differ, let the rebuilt tables take the place of the stored ones',
    )
    .action(run(rebuild))
  action(program.command('doctor'), 'Look at the health of this installation').action(run(doctor))
  return program
}

type Run = (ctx: Context, given: Record<string, string>, output: Output) => Promise<void>

function action(command: Command, description: string): Command {
  return command.description(description).option('--json', 'print one JSON object on the last line')
}

/** Options first, for commands without arguments; arguments are merged in under their names. */
function run(work: Run) {
  return async (...args: unknown[]) => {
    const command = args.at(-1)
    if (!(command instanceof Command)) throw new Error('No command')
    const named = command.registeredArguments.map((argument, index) => [
      argument.name(),
      args[index],
    ])
    const given = { ...command.opts(), ...Object.fromEntries(named) }
    await withInbox(Boolean(given.json), (ctx, output) => work(ctx, given, output))
  }
}

function addAgentCommands(program: Command) {
  action(program.command('agent').description('People who sign in').command('add'), 'Add an agent')
    .requiredOption('--email <email>')
    .requiredOption('--password <password>')
    .requiredOption('--name <name>')
    .addOption(new Option('--role <role>').choices(ROLES).makeOptionMandatory())
    .action(
      run(async (ctx, { email = '', password = '', name = '', role = '' }, output) => {
        const added = await addAgent(ctx, { email, password, name, role: toOneOf(ROLES, role) })
        output(added, [`Added ${name} <${email}> as ${role}.`])
      }),
    )
}

function addConnectionCommands(program: Command) {
  const noun = program.command('connection').description('Stella apps')
  action(noun.command('add'), 'Connect a Stella app')
    .requiredOption('--name <name>')
    .requiredOption('--access-token <token>')
    .option('--bot-url <url>')
    .option('--rest-url <url>')
    .option('--file-url <url>')
    .addOption(new Option('--response-key <key>').choices(['response', 'responses']))
    .addOption(new Option('--token-param <name>').choices(['accessToken', 'access_token']))
    .option('--signature-header <name>', 'default: the one of the dialect')
    .addOption(new Option('--dialect <name>', 'the generation of its events').choices(DIALECTS))
    .action(
      run(async (ctx, { json: _, ...given }, output) => {
        const { name = '', accessToken = '', responseKey, tokenParam, dialect, ...rest } = given
        const added = await addConnection(ctx, {
          ...rest,
          name,
          accessToken,
          dialect: dialect ? toOneOf(DIALECTS, dialect) : undefined,
          responseKey: responseKey
            ? toOneOf(['response', 'responses'] as const, responseKey)
            : undefined,
          tokenParam: tokenParam
            ? toOneOf(['accessToken', 'access_token'] as const, tokenParam)
            : undefined,
        })
        output(added, [`Connected ${name}: ${added.id}`])
      }),
    )
}

function addChannelCommands(program: Command) {
  const noun = program.command('channel').description('Channels of a connection')
  action(noun.command('add'), 'Connect a channel; prints the webhook address for Stella')
    .requiredOption('--connection <id>')
    .requiredOption('--name <name>')
    .addOption(new Option('--platform <platform>').choices(PLATFORMS).makeOptionMandatory())
    .requiredOption('--stella-id <id>', 'the channel’s id at Stella')
    .requiredOption('--external-id <id>', 'its own number or page id')
    .requiredOption('--secret <secret>', 'the channel secret that signs its webhooks')
    .action(
      run(async (ctx, given, output) => {
        const { connection = '', name = '', platform = '', secret = '' } = given
        const { id, webhookPath } = await addChannel(ctx, {
          connectionId: connection,
          name,
          platform: toOneOf(PLATFORMS, platform),
          stellaId: given.stellaId ?? '',
          externalId: given.externalId ?? '',
          secret,
        })
        const webhookUrl = new URL(webhookPath, publicUrl()).toString()
        output({ id, webhookUrl }, [
          `Connected ${name}: ${id}`,
          `Webhook address: ${webhookUrl}`,
          ...(reachOf(webhookUrl) ? [NOT_PUBLIC] : []),
        ])
      }),
    )
}

const NOT_PUBLIC =
  'Stella can’t open this address from outside: set PUBLIC_URL to the public https address of the inbox.'

/** The same words as for the page of the log. */
const listSchema = browseSchema.pick({ channel: true, outcome: true })

function addEventCommands(program: Command) {
  const noun = program.command('event').description('The log')
  action(noun.command('list'), 'The newest events')
    .option('--limit <n>', 'how many', '50')
    .option('--before <id>', 'older than this event')
    .option('--channel <id>')
    .option('--outcome <outcome>', 'such as quarantined')
    .action(
      run(async (ctx, { limit = '50', before, channel, outcome }, output) => {
        const chosen = listSchema.parse({ channel, outcome })
        const items = await listEvents(ctx.sql, {
          limit: Math.min(Math.max(toNumber(limit), 1), 1_000),
          before: before ? toNumber(before) : undefined,
          channelId: chosen.channel,
          outcome: chosen.outcome,
        })
        output({ items }, toEventLines(items))
      }),
    )
  action(noun.command('show').argument('<id>'), 'One event with its exact bytes').action(
    run(async (ctx, { id = '' }, output) => {
      const event = await findEvent(ctx.sql, toNumber(id))
      if (!event) throw new Error(`There is no event ${id}.`)
      const body = Buffer.from(event.body).toString('utf8')
      const sha256 = event.sha256 && Buffer.from(event.sha256).toString('hex')
      output({ ...event, body, sha256 }, [toEventLine(event), '', body])
    }),
  )
  action(
    noun.command('replay').argument('<events...>', 'ids, ranges such as 7-12, or "quarantined"'),
    'Fold again',
  )
    .option('--dry-run', 'say what would change, and change nothing')
    .action(
      run(async (ctx, { events = '', dryRun }, output) => {
        const replays: Replay[] = []
        for (const chosen of toReplayed([events].flat()))
          replays.push(await replayEvents(ctx, { events: chosen, dryRun: Boolean(dryRun) }))
        const result = joinReplays(replays)
        output(result, toReplayLines(result))
      }),
    )
}

function addSecretCommands(program: Command) {
  const noun = program.command('secret').description('APP_SECRET, which seals tokens and secrets')
  action(noun.command('status'), 'How far what is sealed follows the current secret').action(
    run((ctx, _given, output) => showSecret(ctx, output)),
  )
  action(noun.command('rotate'), 'Make a new secret and seal everything anew').action(
    run((ctx, _given, output) => rotateSecret(ctx, ownSecretFile(), output)),
  )
  action(noun.command('forget'), 'Drop the older secrets, which nothing needs any more').action(
    run((ctx, _given, output) => forgetOldSecrets(ctx, ownSecretFile(), output)),
  )
}

async function rebuild(ctx: Context, given: Record<string, string>, output: Output) {
  if (Boolean(given.check) === Boolean(given.apply)) throw new Error('Say --check or --apply.')
  const check = await (given.apply ? applyRebuild : checkRebuild)(ctx.sql)
  output(check, toRebuildLines(check))
  if (!check.same && !check.applied)
    throw new Error('The rebuilt tables differ from the stored ones.')
}

async function doctor(ctx: Context, _given: Record<string, string>, output: Output) {
  const health = await readDoctor(ctx, process.env.DATA_DIR || '.data')
  output(toDoctorAnswer(health), toDoctorLines(health))
  if (!health.ok) throw new Error('Something needs attention.')
}

function toNumber(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number) || number < 0) throw new Error(`${text} is not a number.`)
  return number
}

function toOneOf<Value extends string>(values: readonly Value[], text: string): Value {
  const value = values.find((each) => each === text)
  if (!value) throw new Error(`${text} is none of ${values.join(', ')}.`)
  return value
}

function publicUrl(): string {
  return process.env.PUBLIC_URL || `http://localhost:${process.env.PORT || 3000}`
}
