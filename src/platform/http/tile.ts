import { gunzipSync } from 'node:zlib'
import type { FastifyReply } from 'fastify'

const MEDIA_TYPE = 'application/vnd.mapbox-vector-tile'

/** Sends a vector tile that lies gzipped; unpacked for the rare client that takes no gzip. */
export function sendTile(reply: FastifyReply, gzipped: Buffer, codings: string): FastifyReply {
  reply.type(MEDIA_TYPE)
  if (!/\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:$|,))/.test(codings)) return reply.send(gunzipSync(gzipped))
  return reply.header('content-encoding', 'gzip').send(gzipped)
}
