import { connect, type MqttClient } from 'mqtt'
import { randomLetters } from '../../../platform/ids.ts'
import { readMessage, sensorInTopic } from '../rules/payload.ts'
import { leaveListening, takeListening } from '../store/readings.ts'
import { createGathering } from './gathering.ts'
import { type IntakeParts, takeReadings } from './intake.ts'
import type { MqttSettings, SensorParts } from './parts.ts'

/** How long the right to listen lasts without being renewed; a process that dies is followed after that. */
const LEASE = 15_000
const LOOK = 5_000
/** How long the broker keeps what arrives while nobody listens, seconds. */
const SESSION = 7 * 24 * 3_600
/** How many messages may be under way unacknowledged. */
const UNDER_WAY = 4_000

export type Listening = { start(): void; stop(): Promise<void>; isConnected(): boolean }

type Parts = IntakeParts & Pick<SensorParts, 'district' | 'mac' | 'log'> & { readonly nudge: () => void }

/**
 * Reads the broker under one session per city that outlives every process: QoS 1, and a message is acknowledged only once
 * its readings are committed. Killed at any moment, the broker tells again what was not acknowledged, and what was kept
 * already counts once. One process listens at a time; another takes over when its right runs out.
 */
export function createListening(parts: Parts, settings: MqttSettings): Listening {
  const { db, district, log } = parts
  const holder = randomLetters(16)
  let client: MqttClient | null = null
  let looking: NodeJS.Timeout | null = null
  const close = async () => {
    const old = client
    client = null
    await old?.endAsync(true).catch(() => undefined)
  }
  const look = async () => {
    try {
      const mine = await takeListening(db, district, holder, LEASE)
      if (mine && client === null) client = listen(parts, settings)
      if (!mine && client !== null) await close()
    } catch (error) {
      log.warn({ error }, 'the right to listen is unknown')
    }
  }
  return {
    start() {
      if (looking !== null) return
      looking = setInterval(() => void look(), LOOK)
      void look()
    },
    async stop() {
      if (looking !== null) clearInterval(looking)
      looking = null
      await close()
      await leaveListening(db, district, holder).catch(() => undefined)
    },
    isConnected: () => client?.connected === true,
  }
}

function listen(parts: Parts, { url, topic }: MqttSettings): MqttClient {
  const { district, log, clock, nudge } = parts
  const client = connect(url, {
    clientId: `yiwang-${district}-${parts.mac('mqtt').slice(0, 8)}`,
    clean: false,
    protocolVersion: 5,
    properties: { sessionExpiryInterval: SESSION, receiveMaximum: UNDER_WAY },
    reconnectPeriod: 2_000,
    // The session remembers; asking again on every line would make the broker send retained messages again.
    resubscribe: false,
  })
  const gathering = createGathering({
    take: (reads) => takeReadings(parts, district, reads),
    onWakes: nudge,
    onTrouble: (error) => log.warn({ error }, 'readings not kept yet'),
  })
  acknowledgeLater(client, (packet, acknowledge) => {
    const from = sensorInTopic(topic, packet.topic)
    gathering.add({ reads: readMessage(packet.payload, from, clock.now()), done: acknowledge })
  })
  client.on('connect', () => {
    client.subscribe(topic, { qos: 1 }, (error) => {
      if (error) log.warn({ error }, 'the broker lets us not listen')
    })
  })
  client.on('close', gathering.forget)
  client.on('error', (error) => log.warn({ error }, 'the broker is not reached'))
  return client
}

type Packet = {
  readonly topic: string
  readonly payload: Buffer | string
  readonly messageId?: number
  readonly qos: number
}
type Send = (
  packet: { readonly cmd: string; readonly messageId?: number },
  done?: () => void,
  ...more: unknown[]
) => void

/**
 * The library reads the next message only when the last one is acknowledged, which would write every reading by itself.
 * So its own acknowledgement is held back here and sent when the reading is kept; those of a broken line are dropped.
 */
function acknowledgeLater(client: MqttClient, take: (packet: Packet, acknowledge: () => void) => void): void {
  const inner = client as unknown as { _sendPacket: Send }
  const send = inner._sendPacket.bind(client)
  let line = 0
  client.on('close', () => {
    line++
  })
  inner._sendPacket = (packet, done, ...more) => {
    if (packet.cmd === 'puback') done?.()
    else send(packet, done, ...more)
  }
  client.on('message', (topic, payload, { messageId, qos }) => {
    const mine = line
    take({ topic, payload, qos, ...(messageId !== undefined && { messageId }) }, () => {
      if (qos === 1 && messageId !== undefined && mine === line && client.connected) send({ cmd: 'puback', messageId })
    })
  })
}
