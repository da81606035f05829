import { isIP } from 'node:net'
import { reachOf } from './addresses.ts'

/**
 * Where the server may be sent by an address that somebody typed (against SSRF).
 * Any https address of the open internet, and the listed hosts: `gov.example` or `*.gov.example`. Being listed is what
 * lets a host of the inner network be reached, and http be spoken to it.
 */
export type OutboundGuard = {
  readonly hosts: readonly string[]
  /** Nothing but the listed hosts. */
  readonly onlyListed?: boolean
  /** For the demo and tests on one machine; never in a city. */
  readonly loopback: boolean
}

export type UrlRefusal = 'url-malformed' | 'url-with-password' | 'url-not-https' | 'url-host-not-allowed'

/** What is wrong with the address itself, or null. The addresses its name stands for are looked at when it is called. */
export function faultOfUrl(text: string, guard: OutboundGuard): UrlRefusal | null {
  if (!URL.canParse(text)) return 'url-malformed'
  const url = new URL(text)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'url-malformed'
  if (url.username !== '' || url.password !== '') return 'url-with-password'
  const host = hostOf(url)
  const loops = guard.loopback && isLoopbackName(host)
  if (!loops && guard.onlyListed && !isListed(host, guard)) return 'url-host-not-allowed'
  if (!loops && isIP(host) !== 0 && !mayReach(host, host, guard)) return 'url-host-not-allowed'
  if (!guard.loopback && isLoopbackName(host)) return 'url-host-not-allowed'
  return url.protocol === 'https:' || loops || isListed(host, guard) ? null : 'url-not-https'
}

/** Whether the host may be called at this IP address: a name that turns out to point inward is refused. */
export function mayReach(host: string, address: string, guard: OutboundGuard): boolean {
  const reach = reachOf(address)
  if (reach === 'loopback') return guard.loopback
  if (reach === 'inner') return isListed(host, guard)
  return reach === 'open'
}

/** The host of an address without the brackets round an IPv6 one and without the dot of the root. */
export const hostOf = (url: URL): string =>
  url.hostname
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '')
    .toLowerCase()

const isLoopbackName = (host: string): boolean =>
  host === 'localhost' || host.endsWith('.localhost') || (isIP(host) !== 0 && reachOf(host) === 'loopback')

const isListed = (host: string, { hosts }: OutboundGuard): boolean =>
  hosts.some((allowed) => (allowed.startsWith('*.') ? host.endsWith(allowed.slice(1)) : host === allowed))
