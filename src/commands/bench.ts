import { parseArgs } from 'node:util'
import { benchFirstPaint } from '../../bench/first-paint.ts'
import { benchLifeCircle } from '../../bench/life-circle.ts'
import { runBench } from '../../bench/run.ts'
import { endWith } from '../platform/process/trouble.ts'

/**
 * `npm run bench [-- --cases 1000000 --seconds 10 --kills 20 --url postgres://… --only empty,floor,full,burst,faults,similar,sensors
 * --data folder]`: prints figures, never fails on a slow machine. Uses databases of its own; a `--url` must name an empty one.
 * `npm run bench -- first-paint [--times 5]` measures the resident face in a browser instead.
 * `npm run bench -- life-circle [FILE.osm.pbf]` measures the walking engine on a city's map, a plain Dijkstra beside it.
 * With `--data` the filled city stays in that folder and is measured again next time, not filled again.
 */
try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      cases: { type: 'string', default: '1000000' },
      seconds: { type: 'string', default: '10' },
      kills: { type: 'string', default: '20' },
      url: { type: 'string', multiple: true, default: [] },
      data: { type: 'string' },
      times: { type: 'string', default: '5' },
      only: { type: 'string', default: 'empty,floor,full,burst,faults,similar,sensors' },
    },
  })
  if (positionals.includes('first-paint')) await benchFirstPaint(Number(values.times))
  else if (positionals[0] === 'life-circle')
    await benchLifeCircle(positionals[1] ?? '../shared/data/osm/porto_portugal.osm.pbf')
  else
    await runBench({
      cases: Number(values.cases),
      seconds: Number(values.seconds),
      kills: Number(values.kills),
      urls: values.url,
      data: values.data ?? null,
      parts: new Set(values.only.split(',')),
    })
} catch (error) {
  process.exitCode = endWith(error)
}
