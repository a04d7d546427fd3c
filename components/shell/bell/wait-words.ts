/** Who begins to wait for a person, by name; of many the first. */
export function waitWords([first, second, ...more]: string[]): string {
  if (!second) return `${first} waits for a person`
  if (more.length === 0) return `${first} and ${second} wait for a person`
  return `${first} and ${more.length + 1} others wait for a person`
}
