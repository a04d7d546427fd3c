import { barriers } from '../support/barriers'
import { opens, owner, replies, seesInbox, takesOver } from '../support/phrases'
import { expect, test } from '../support/test'
import { t } from '../support/words'

for (const theme of ['light', 'dark'] as const) {
  test.describe(`in the ${theme} theme`, () => {
    test.use({ colorScheme: theme })

    test('the page follows the system', { tag: theme === 'light' ? '@long' : [] }, async ({
      agent,
    }) => {
      await seesInbox(agent)
      const lightness = await agent.evaluate(lightnessOfPage)
      if (theme === 'dark') expect(lightness).toBeLessThan(80)
      else expect(lightness).toBeGreaterThan(200)
    })

    test('sign-in has no serious barrier', { tag: theme === 'light' ? '@long' : [] }, async ({
      page,
    }) => {
      await page.goto('/sign-in')
      await expect(page.getByRole('button', { name: t('signIn.submit') })).toBeVisible()
      expect(await barriers(page)).toEqual([])
    })

    test('inbox and thread have no serious barrier', {
      tag: theme === 'dark' ? '@long' : [],
    }, async ({ agent, member, simulator }) => {
      await simulator.says(member, 'Hi, see https://example.com')
      await seesInbox(agent)
      await expect(agent.getByRole('status', { name: t('shell.connection.label') })).toContainText(
        t('shell.connection.live'),
      )
      expect(await barriers(agent)).toEqual([])

      await opens(agent, member)
      await expect(owner(agent)).toContainText(t('owner.line.bot'))
      expect(await barriers(agent)).toEqual([])
      await takesOver(agent)
      await replies(agent, 'Good morning')
      expect(await barriers(agent)).toEqual([])
    })
  })
}

/** 0 is black, 255 white. Painted, because a browser tells oklch colours as they were written. */
function lightnessOfPage(): number {
  const canvas = document.createElement('canvas').getContext('2d')
  if (!canvas) throw new Error('This browser can not paint.')
  canvas.fillStyle = getComputedStyle(document.body).backgroundColor
  canvas.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data
  return (red + green + blue) / 3
}
