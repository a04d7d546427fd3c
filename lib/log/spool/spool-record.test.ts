import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readRecords, type SpooledDelivery, toPayload, toRecord } from './spool-record'

const MARKER = Buffer.from('00ff10a7c0ffee00deadbeef01020304', 'hex')
const CHANNEL = '11111111-1111-4111-8111-111111111111'

const deliveries = fc.array(
  fc.record({
    channelId: fc.constant(CHANNEL),
    body: fc.uint8Array({ maxLength: 80 }).map((bytes) => Buffer.from(bytes)),
    headers: fc.dictionary(fc.constantFrom('user-agent', 'x-stella-signature'), fc.string()),
    receivedAt: fc.integer({ min: 0 }),
  }),
  { minLength: 1, maxLength: 12 },
)

function write(all: SpooledDelivery[]): Buffer[] {
  return all.map((each) => toRecord(MARKER, toPayload(each)))
}

function read(bytes: Buffer, isLast = true) {
  const reading = readRecords(bytes, MARKER, { isLast })
  return { ...reading, deliveries: reading.records.map(({ delivery }) => delivery) }
}

const same = (found: SpooledDelivery[], meant: SpooledDelivery[]) =>
  expect(found.map(plain)).toEqual(meant.map(plain))

function plain({ body, headers, ...rest }: SpooledDelivery) {
  return { ...rest, headers: { ...headers }, body: body.toString('hex') }
}

test('what was written is read, byte for byte and in its order', () => {
  fc.assert(
    fc.property(deliveries, (all) => {
      const { deliveries: found, damaged, isTorn } = read(Buffer.concat(write(all)))
      same(found, all)
      expect({ damaged, isTorn }).toEqual({ damaged: [], isTorn: false })
    }),
  )
})

test('cut off at any byte, everything before the last record is read, and the rest is torn, not damaged', () => {
  fc.assert(
    fc.property(deliveries, fc.nat(), (all, chance) => {
      const records = write(all)
      const bytes = Buffer.concat(records)
      const cut = chance % bytes.length
      const whole = records.filter((_, index) => lengthOf(records, index + 1) <= cut).length
      const found = read(bytes.subarray(0, cut))
      same(found.deliveries, all.slice(0, whole))
      expect(found.damaged).toEqual([])
      expect(found.isTorn).toBe(cut > lengthOf(records, whole))
    }),
  )
})

test('one byte changed anywhere costs that record alone, and it is told', () => {
  fc.assert(
    fc.property(deliveries, fc.nat(), fc.integer({ min: 1, max: 255 }), (all, chance, change) => {
      const records = write(all)
      const bytes = Buffer.concat(records)
      const at = chance % bytes.length
      bytes[at] = (bytes[at] ?? 0) ^ change
      const hit = records.findIndex((_, index) => at < lengthOf(records, index + 1))
      const found = read(bytes)
      same(
        found.deliveries,
        all.filter((_, index) => index !== hit),
      )
      const from = lengthOf(records, hit)
      expect(found.damaged).toEqual([{ from, to: lengthOf(records, hit + 1) }])
      expect(found.isTorn).toBe(false)
    }),
  )
})

test('rubbish between records is passed over, whatever it is', () => {
  fc.assert(
    fc.property(
      deliveries,
      deliveries,
      fc.uint8Array({ minLength: 1, maxLength: 300 }),
      (before, after, rubbish) => {
        const bytes = Buffer.concat([...write(before), Buffer.from(rubbish), ...write(after)])
        const found = read(bytes)
        same(found.deliveries, [...before, ...after])
        expect(found.damaged).toHaveLength(1)
      },
    ),
  )
})

test('read in pieces of any size it is the same as read at once', () => {
  fc.assert(
    fc.property(deliveries, fc.integer({ min: 400, max: 900 }), (all, size) => {
      const bytes = Buffer.concat(write(all))
      const found: SpooledDelivery[] = []
      for (let at = 0; at < bytes.length; ) {
        const piece = bytes.subarray(at, at + size)
        const reading = read(piece, at + size >= bytes.length)
        expect(reading.damaged).toEqual([])
        found.push(...reading.deliveries)
        expect(reading.used).toBeGreaterThan(0)
        at += reading.used
      }
      same(found, all)
    }),
  )
})

test('a body that holds a record of another file is a body', () => {
  const foreign = toRecord(randomBytes(16), toPayload(sample('forged')))
  const own = toRecord(MARKER, toPayload({ ...sample(''), body: foreign }))
  expect(read(own).deliveries.map(({ body }) => body)).toEqual([foreign])
})

test('a file that had grown before its bytes came to the disk is torn, not damaged', () => {
  const bytes = Buffer.concat([...write([sample('whole')]), Buffer.alloc(5_000)])
  const found = read(bytes)
  expect(found.deliveries).toHaveLength(1)
  expect(found).toMatchObject({ damaged: [], isTorn: true })
})

test('no more than so many at once', () => {
  const bytes = Buffer.concat(write(Array.from({ length: 5 }, (_, index) => sample(`${index}`))))
  const reading = readRecords(bytes, MARKER, { isLast: true, limit: 3 })
  expect(reading.records).toHaveLength(3)
  expect(reading.used).toBe(reading.records[2]?.end)
})

function sample(text: string): SpooledDelivery {
  return { channelId: CHANNEL, body: Buffer.from(text), headers: {}, receivedAt: 1 }
}

function lengthOf(records: Buffer[], count: number): number {
  return records.slice(0, count).reduce((sum, { length }) => sum + length, 0)
}
