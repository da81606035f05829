/** What is seen in the street before and after, by the type of the case. All of it is drawn here; nothing is a photograph. */
export type Seen = { readonly before: string; readonly after: string; readonly night?: true }

const bags = (spots: readonly (readonly [number, number])[]) =>
  spots
    .map(([x, y], at) => `<ellipse cx="${x}" cy="${y}" rx="22" ry="15" fill="${at % 2 ? '#2f2f35' : '#5a4a6a'}"/>`)
    .join('')
const scraps = (spots: readonly (readonly [number, number])[]) =>
  spots.map(([x, y]) => `<path d="M${x} ${y} l12 -5 l6 8 l-13 5 z" fill="#eee6d2" stroke="#b9ad92"/>`).join('')
const bin = (x: number, fill: string) =>
  `<rect x="${x}" y="214" width="36" height="56" rx="4" fill="${fill}"/><rect x="${x - 3}" y="208" width="42" height="9" fill="#44524a"/>`
const bicycle = (x: number, y: number, turn = 0) =>
  `<g transform="translate(${x} ${y}) rotate(${turn})" fill="none" stroke="#d9822b" stroke-width="4"><circle r="16"/><circle cx="46" r="16"/><path d="M0 0 L18 -24 L40 -24 L46 0 M18 -24 L24 0 L40 -24 M40 -24 L44 -34"/></g>`
const box = `<rect x="200" y="186" width="70" height="84" fill="#6d7f78"/><path d="M235 186 V270" stroke="#55645e"/>`
const cone = (x: number, y: number) =>
  `<path d="M${x} ${y} l9 -30 l9 30 z" fill="#e2582a"/><path d="M${x + 4} ${y - 13} h10" stroke="#fff" stroke-width="4"/>`
const lamp = (top: string) =>
  `<path d="M230 270 V80 Q230 62 262 62" fill="none" stroke="#596066" stroke-width="7"/>${top}`
const rails = (turn: number) =>
  [0, 1, 2, 3]
    .map(
      (at) =>
        `<g transform="translate(${90 + at * 80} 292) rotate(${at === 1 || at === 2 ? turn : 0})"><path d="M0 0 V-42 M70 0 V-42 M0 -38 H70 M0 -14 H70" stroke="#f3f3f0" stroke-width="6"/></g>`,
    )
    .join('')
const shrubs = (fill: string, spots: readonly number[]) =>
  spots.map((x) => `<circle cx="${x}" cy="238" r="24" fill="${fill}"/>`).join('')

export const thingsSeen: Readonly<Record<string, Seen>> = {
  litter: {
    before:
      bin(210, '#4f7a5c') +
      bags([
        [262, 262],
        [290, 268],
        [186, 266],
      ]) +
      scraps([
        [300, 240],
        [150, 250],
        [330, 262],
      ]),
    after: bin(210, '#4f7a5c'),
  },
  'street-cleaning': {
    before: `<ellipse cx="230" cy="326" rx="110" ry="17" fill="#6b5236" opacity="0.8"/>${scraps([
      [120, 320],
      [330, 340],
      [380, 322],
    ])}`,
    after: '',
  },
  flooding: {
    before:
      '<ellipse cx="240" cy="322" rx="190" ry="32" fill="#7fa2b8" opacity="0.85"/><path d="M110 318 q40 -8 80 0 M240 328 q50 -9 100 0" fill="none" stroke="#cfe0ea" stroke-width="3"/>',
    after: '<ellipse cx="240" cy="322" rx="120" ry="16" fill="#4a4d52" opacity="0.5"/>',
  },
  'spoil-heap': {
    before:
      '<path d="M120 276 Q170 196 230 214 Q300 180 360 276 z" fill="#8a6a47"/><path d="M180 250 l20 -12 M260 236 l24 10 M300 258 l18 -6" stroke="#6c5136" stroke-width="5"/>',
    after: '',
  },
  'illegal-building': {
    before:
      '<rect x="150" y="150" width="170" height="122" fill="#dfe3e4"/><path d="M140 152 L330 152 L310 126 L160 126 z" fill="#3f77b5"/><rect x="214" y="206" width="42" height="66" fill="#8b8f92"/>',
    after: '<path d="M150 272 H320" stroke="#9b9b96" stroke-width="5" stroke-dasharray="14 10"/>',
  },
  stall: {
    before:
      '<path d="M140 170 H340 L360 206 H120 z" fill="#c2413a"/><path d="M150 206 V272 M330 206 V272" stroke="#777" stroke-width="6"/><rect x="140" y="232" width="200" height="20" fill="#9c7a4d"/><circle cx="180" cy="226" r="9" fill="#6aa84f"/><circle cx="206" cy="226" r="9" fill="#e69138"/><circle cx="234" cy="226" r="9" fill="#cc4125"/>',
    after: '',
  },
  bicycles: {
    before: bicycle(120, 250, 6) + bicycle(200, 262, -14) + bicycle(270, 246, 78) + bicycle(320, 262),
    after: bicycle(90, 222) + bicycle(170, 222) + bicycle(250, 222) + bicycle(330, 222),
  },
  poster: {
    before: `${box}<rect x="206" y="198" width="26" height="30" fill="#f7f4d8"/><rect x="238" y="206" width="24" height="26" fill="#f3d7d7"/><rect x="214" y="234" width="40" height="22" fill="#fff"/>`,
    after: box,
  },
  proactive: {
    before:
      bin(210, '#4f7a5c') +
      bags([
        [262, 262],
        [186, 266],
        [236, 206],
      ]),
    after: bin(180, '#4f7a5c') + bin(240, '#3f6f9c'),
  },
  manhole: {
    before: `<ellipse cx="240" cy="262" rx="62" ry="18" fill="#101113"/><path d="M196 250 A62 18 0 0 1 284 250" fill="none" stroke="#777" stroke-width="5"/>${cone(160, 276)}${cone(306, 276)}`,
    after:
      '<ellipse cx="240" cy="262" rx="62" ry="18" fill="#6d6f72"/><ellipse cx="240" cy="262" rx="44" ry="11" fill="none" stroke="#4d4f52" stroke-width="4"/>',
  },
  lamp: {
    night: true,
    before: lamp('<path d="M258 56 h40 l-8 16 h-26 z" fill="#4a4f55"/>'),
    after: lamp(
      '<path d="M258 56 h40 l-8 16 h-26 z" fill="#ffe9a0"/><path d="M262 72 L190 290 H360 L292 72 z" fill="#ffe9a0" opacity="0.28"/>',
    ),
  },
  railing: { before: rails(62), after: rails(0) },
  pavement: {
    before:
      '<path d="M170 226 l46 -8 l30 20 l-20 26 l-60 4 z" fill="#6f5f4d"/><path d="M180 252 l20 -10 l10 14 z M226 232 l22 -6 l6 16 z" fill="#c9c9c3" stroke="#8d8d88"/>',
    after: '',
  },
  'litter-bin': {
    before:
      bin(220, '#4f7a5c') +
      bags([
        [238, 204],
        [266, 262],
      ]) +
      scraps([
        [190, 256],
        [280, 244],
      ]),
    after: bin(220, '#4f7a5c'),
  },
  'green-care': {
    before: `<rect x="60" y="228" width="360" height="44" fill="#8c7350"/>${shrubs('#5f8f4e', [90, 380])}<path d="M150 250 L300 232" stroke="#6a4a2c" stroke-width="10"/><circle cx="312" cy="230" r="22" fill="#9a8b4f"/>`,
    after: `<rect x="60" y="228" width="360" height="44" fill="#77975c"/>${shrubs('#5f8f4e', [90, 140, 190, 240, 290, 340, 390])}`,
  },
}
