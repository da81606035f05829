import { chance } from '../chance.ts'

/** Pixels of an invented picture. */
export const WIDTH = 480
export const HEIGHT = 360

const walls = ['#c9bda8', '#b7a58f', '#d6cfc2', '#a9b3b5', '#bfa79b', '#cdb78f'] as const

const rect = (x: number, y: number, width: number, height: number, fill: string) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`

/** A street that is nowhere: houses, a pavement of stones and a road, the same for the same seed. */
export function streetScene(seed: string, isNight: boolean): string {
  const roll = (what: string, most: number) => Math.floor(chance(seed, what) * most)
  const sky = isNight ? '#2b3550' : '#cfe3f2'
  const houses = [0, 1, 2, 3].map((at) => {
    const height = 90 + roll(`height ${at}`, 70)
    const wall = walls[(roll('walls', walls.length) + at) % walls.length] ?? walls[0]
    const windows = Array.from({ length: Math.floor(height / 34) * 3 }, (_, n) =>
      rect(
        at * 120 + 18 + (n % 3) * 32,
        212 - height + Math.floor(n / 3) * 34,
        18,
        20,
        isNight ? '#e9d27a' : '#7f95a3',
      ),
    )
    return rect(at * 120, 200 - height, 118, height, wall) + windows.join('')
  })
  const joints = Array.from({ length: 13 }, (_, n) => `<path d="M${n * 40} 200 L${n * 52 - 72} 290" stroke="#a7a7a2"/>`)
  const rows = [222, 250].map((y) => `<path d="M0 ${y} H${WIDTH}" stroke="#a7a7a2"/>`)
  return [
    rect(0, 0, WIDTH, 200, sky),
    ...houses,
    rect(0, 200, WIDTH, 90, isNight ? '#8d8d8b' : '#bdbdb7'),
    ...joints,
    ...rows,
    rect(0, 290, WIDTH, 8, '#8f8f8a'),
    rect(0, 298, WIDTH, 62, isNight ? '#3a3c40' : '#5b5e63'),
    `<path d="M0 334 H${WIDTH}" stroke="#d8d8d0" stroke-width="4" stroke-dasharray="40 30"/>`,
  ].join('')
}
