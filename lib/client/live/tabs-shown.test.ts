import { expect, test } from 'vitest'
import { TabsShown } from './tabs-shown'

test('the stream of a browser brings what any of its tabs shows, each once', () => {
  const tabs = new TabsShown()
  tabs.set('one', ['roy', 'mei'])
  tabs.set('two', ['lin', 'roy'])
  expect(tabs.all()).toEqual(['lin', 'roy', 'mei'])
  tabs.set('two', [])
  expect(tabs.all()).toEqual(['roy', 'mei'])
})

test('tabs that were killed don’t push out what is looked at now', () => {
  const tabs = new TabsShown()
  for (let tab = 0; tab < 60; tab += 1) tabs.set(`gone ${tab}`, [`old ${tab}`])
  tabs.set('here', ['roy'])
  expect(tabs.all()[0]).toBe('roy')
  expect(tabs.all()).toHaveLength(40)
})
