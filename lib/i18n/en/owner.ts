export const owner = {
  nodeRefused: '{node}: {why}',
} as const
