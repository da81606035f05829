import { BlockList, isIP, isIPv6 } from 'node:net'

/** Where an address leads: this machine, the inner network, nowhere a message may go, or the open internet. */
export type Reach = 'loopback' | 'inner' | 'never' | 'open'

const loopback = listOf(['127.0.0.0', 8], ['::1', 128])
const inner = listOf(['10.0.0.0', 8], ['172.16.0.0', 12], ['192.168.0.0', 16], ['100.64.0.0', 10], ['fc00::', 7])
/** RFC 6890 and its IPv6 kin: link-local (cloud metadata lives there), multicast, documentation, tunnels, reserved. */
const never = listOf(
  ['0.0.0.0', 8],
  ['169.254.0.0', 16],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  ['::', 128],
  ['64:ff9b::', 96],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fe80::', 10],
  ['ff00::', 8],
)

/** @param address an IP address in text; an IPv4 address inside an IPv6 one counts as the IPv4 address. */
export function reachOf(address: string): Reach {
  const plain = plainAddress(address)
  const family = isIPv6(plain) ? 'ipv6' : 'ipv4'
  if (isIP(plain) === 0 || never.check(plain, family)) return 'never'
  if (loopback.check(plain, family)) return 'loopback'
  return inner.check(plain, family) ? 'inner' : 'open'
}

/** `::ffff:10.0.0.1` and `::ffff:a00:1` are both 10.0.0.1; the URL parser writes the second. */
function plainAddress(address: string): string {
  const dotted = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (dotted !== undefined) return dotted
  const hex = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/i.exec(address)
  if (hex === null) return address
  const high = Number.parseInt(hex[1] ?? '0', 16)
  const low = Number.parseInt(hex[2] ?? '0', 16)
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}

function listOf(...nets: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList()
  for (const [net, bits] of nets) list.addSubnet(net, bits, isIPv6(net) ? 'ipv6' : 'ipv4')
  return list
}
