/** As WhatsApp wants the address of a file that it fetches. */
export function isHttpsAddress(value: string): boolean {
  return /^https:\/\//.test(value) && URL.canParse(value)
}

/** `https` or `http`, as a whole address. */
export function isWebAddress(value: string): boolean {
  return /^https?:\/\//i.test(value.trim()) && URL.canParse(value.trim())
}
