/** Names and numbers that mean the machine that asks. */
const HERE = /^(localhost|.*\.localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1?\])$/
/** Those that mean a machine of the network that asks. */
const NETWORK =
  /^(10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(1[6-9]|2\d|3[01])\.\d+\.\d+|169\.254\.\d+\.\d+|\[f[cd][0-9a-f]{2}:.*\]|[^.:]+|.*\.(local|internal|lan))$/

/**
 * From where an address can be opened, where that is not from everywhere: on this machine alone, or in this network
 * alone. By its name only: nothing is asked.
 */
export function reachOf(url: string): 'machine' | 'network' | undefined {
  if (!URL.canParse(url)) return undefined
  const host = new URL(url).hostname
  if (HERE.test(host)) return 'machine'
  return NETWORK.test(host) ? 'network' : undefined
}
