import type { Module } from '../module.ts'
import { channelsRoutes } from './routes/channels.ts'
import type { ChannelsRouteParts } from './routes/parts.ts'

export const channels: Module<ChannelsRouteParts> = { name: 'channels', title: '渠道', routes: channelsRoutes }
