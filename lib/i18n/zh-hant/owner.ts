import type { Messages } from '../message-catalogue'

export const owner: Messages['owner'] = {
  nodeRefused: '{node}：{why}',
}
