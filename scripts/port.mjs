// Whether the port can be had, asked before anything is built or opened.
import { createServer } from 'node:net'

/** Exit code of an address that cannot be had; the server's own, when it finds out itself. */
export const PORT_EXIT = 11

/**
 * What to tell the operator when the port is taken, in both tongues; null when it is free, or when the settings are
 * wrong in a way that the server names better. The sentence is the server's own (`platform/process/words.ts`).
 */
export async function whyNoPort({ PORT = '', HOST = '' } = process.env) {
  const port = Number(PORT || 3000)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) return null
  if (!(await isTaken(port, HOST || '127.0.0.1'))) return null
  return [
    `端口 ${port} 已被占用。请停止占用它的程序，或设置 PORT 使用其他端口。`,
    `Port ${port} is taken. Stop what uses it, or set PORT to another one.`,
  ]
}

const isTaken = (port, host) =>
  new Promise((answer) => {
    const server = createServer()
    server.once('error', ({ code }) => answer(code === 'EADDRINUSE'))
    server.listen({ port, host, exclusive: true }, () => server.close(() => answer(false)))
  })
