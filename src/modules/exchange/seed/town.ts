import { createHash } from 'node:crypto'
import { addClient, findClient } from '../../../kernel/channels/store/clients.ts'
import type { Db } from '../../../platform/db/db.ts'
import type { Instant } from '../../../platform/time.ts'
import { fileRequest } from '../handle/filing.ts'
import type { ExchangeParts } from '../handle/parts.ts'
import type { Posting } from '../model/georeport.ts'
import { findPartner, putMappings, putPartner } from '../store/partners.ts'

const CLIENT = 'client_0000000000demo0311client00'
/** Stands in the README: a key of the invented town alone, with which everybody may try the interface. */
export const demoKey = (district: string): string =>
  `yw.${district}.0000000000demo0311client00.demodemodemodemodemodemodemodemo`

const PARTNER = 'partner_demo-neighbour'

/** A client with a known key, and a neighbour to whom nothing is passed on until somebody turns it on. Once. */
export async function plantExchange(db: Db, district: string, at: Instant): Promise<void> {
  if (await findClient(db, district, CLIENT)) return
  const key = demoKey(district)
  const keyHash = createHash('sha256').update(key).digest('hex')
  await addClient(db, {
    district,
    id: CLIENT,
    name: '城市管家小程序（演示）',
    keyHash,
    hint: key.slice(-4),
    rights: ['intake.write', 'sensors.write'],
    perMinute: 300,
    active: true,
    oldUntil: null,
    seenAt: null,
    endedAt: null,
    createdBy: 'seed',
    createdAt: at,
  })
  if (await findPartner(db, district, PARTNER)) return
  const url = 'https://open311.linqu.example/v2'
  const draft = {
    district,
    id: PARTNER,
    name: '邻区市政 311（演示）',
    url,
    jurisdiction: 'linqu.example',
    active: false,
  } as const
  await putPartner(db, { ...draft, sealedKey: null }, at)
  await putMappings(db, { district, partner: PARTNER }, [
    { matter: 'matter_bridge-repair', category: null, code: 'BRIDGE' },
    { matter: null, category: '道路与设施/路灯照明', code: 'LAMP' },
  ])
}

const nobody = {
  addressId: null,
  mediaUrl: null,
  name: null,
  phone: null,
  email: null,
  accountId: null,
  attributes: {},
} as const

const told: readonly Pick<Posting, 'code' | 'description' | 'lat' | 'long' | 'addressString'>[] = [
  {
    code: 'street-lamp',
    description: '石桥路公交站旁边连着三盏路灯都不亮，晚上下车看不清路。',
    lat: 31.1117,
    long: 117.6493,
    addressString: '石桥路公交站',
  },
  {
    code: 'waste-collection',
    description: '云溪市场后门的垃圾桶满了两天没人收，味道很大。',
    lat: 31.1076,
    long: 117.643,
    addressString: '云溪市场后门',
  },
  {
    code: 'road-damage',
    description: '自行车道有一个很深的坑，下雨看不见，已经有人摔倒。',
    lat: 31.1119,
    long: 117.6493,
    addressString: '桥东街与石桥路交叉口',
  },
]

/** What came in by the interface, filed as every request is; the same key files once. */
export async function fileDemoRequests(parts: ExchangeParts): Promise<void> {
  const client = { district: parts.district, id: CLIENT, name: '', rights: ['intake.write'] } as const
  for (const [number, posting] of told.entries())
    await fileRequest(parts, {
      client,
      posting: { ...nobody, ...posting },
      key: `demo-open311-${number}`,
      picture: null,
    })
}
