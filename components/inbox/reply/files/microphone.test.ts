import { expect, test } from 'vitest'
import { levelOf, toMicrophoneWords } from './microphone'

test('silence is no level, and half of the loudest voice fills three quarters', () => {
  expect(levelOf(hearing([0, 0, 0]))).toBe(0)
  expect(levelOf(hearing([0, -0.5, 0.1]))).toBeCloseTo(0.75)
})

test('the loudest voice fills the meter and does not go beyond', () => {
  expect(levelOf(hearing([0.2, -1]))).toBe(1)
})

test('who was not allowed reads so, and who has no microphone reads that', () => {
  expect(toMicrophoneWords(failing('NotAllowedError'))).toContain('not allowed')
  expect(toMicrophoneWords(failing('NotFoundError'))).toBe('No microphone was found.')
})

test('any other failure is told without the words of the browser', () => {
  const words = 'The microphone can’t be used right now.'
  expect(toMicrophoneWords(failing('NotReadableError'))).toBe(words)
  expect(toMicrophoneWords('odd')).toBe(words)
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
