import { expect, test } from 'vitest'
import { reason } from '@/lib/i18n/reason'
import { levelOf, toMicrophoneWords } from './microphone'

test('silence is no level, and half of the loudest voice fills three quarters', () => {
  expect(levelOf(hearing([0, 0, 0]))).toBe(0)
  expect(levelOf(hearing([0, -0.5, 0.1]))).toBeCloseTo(0.75)
})

test('the loudest voice fills the meter and does not go beyond', () => {
  expect(levelOf(hearing([0.2, -1]))).toBe(1)
})

test('who was not allowed reads so, and who has no microphone reads that', () => {
  expect(toMicrophoneWords(failing('NotAllowedError'))).toEqual(
    reason('composer.record.notAllowed'),
  )
  expect(toMicrophoneWords(failing('NotFoundError'))).toEqual(
    reason('composer.record.noMicrophone'),
  )
})

test('any other failure is told without the words of the browser', () => {
  const words = reason('composer.record.unavailable')
  expect(toMicrophoneWords(failing('NotReadableError'))).toEqual(words)
  expect(toMicrophoneWords('odd')).toEqual(words)
})

function hearing(samples: number[]) {
  return {
    fftSize: samples.length,
    getFloatTimeDomainData: (into: Float32Array) => into.set(samples),
  }
}

function failing(name: string): Error {
  return Object.assign(new Error('Could not start audio source'), { name })
}
