/** One stroke each on a 24 by 24 field; drawn for this kit. */
const strokes = {
  home: 'M4 11.5 12 4.5l8 7M6.5 10v9.5h11V10M10 19.5v-5h4v5',
  pen: 'M4.5 19.5l1-4.5L16 4.5l3.5 3.5L9 18.5zM13.5 7l3.5 3.5',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4.5 20c.8-3.8 3.8-6 7.5-6s6.7 2.2 7.5 6',
  board: 'M4.5 5h15v11h-15zM12 16v4M8.5 20h7M8 12.5v-2.5M12 12.5V8.5M16 12.5v-5',
  search: 'M11 17.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13M15.7 15.7 20 20',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  cross: 'M6.5 6.5l11 11M17.5 6.5l-11 11',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  next: 'M9 5.5l6.5 6.5L9 18.5',
  back: 'M15 5.5 8.5 12l6.5 6.5',
  down: 'M5.5 9l6.5 6.5L18.5 9',
  camera: 'M4 8h4l1.5-2.5h5L16 8h4v11H4zM12 16.5a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4',
  phone:
    'M7 4h3l1.5 4.5-2 1.5c1 2 2.5 3.5 4.5 4.5l1.5-2 4.5 1.5v3c0 1.5-1 2.5-2.5 2.5C10.5 19.5 4.5 13.5 4.5 6.5 4.5 5 5.5 4 7 4',
  clock: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16M12 7.5V12l3 2',
  info: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16M12 11v5M12 8v.1',
  warn: 'M12 4.5 20.5 19h-17zM12 10v4.5M12 16.8v.1',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  seal: 'M6 3.5h9l3.5 3.5v13.5H6zM9 9h6M9 12.5h6M12 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4',
  inbox: 'M4 13.5 6.5 5h11L20 13.5V19H4zM4 13.5h4.5l1.5 2.5h4l1.5-2.5H20',
  list: 'M9 6.5h11M9 12h11M9 17.5h11M4.5 6.5h.1M4.5 12h.1M4.5 17.5h.1',
  offline: 'M4 9.5c4.5-4 11.5-4 16 0M7 13c3-2.5 7-2.5 10 0M10 16.5c1.2-1 2.8-1 4 0M4.5 4.5l15 15',
  exit: 'M13 5H5.5v14H13M10 12h10M16.5 8l4 4-4 4',
  globe: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16M4 12h16M12 4c5 4.5 5 11.5 0 16M12 4c-5 4.5-5 11.5 0 16',
  moon: 'M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10',
  sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4',
  type: 'M4 18.5 9 6l5 12.5M5.8 14h6.4M14.5 18.5l3-8 3 8M15.6 15.6h3.8',
  seen: 'M2.5 12C5 7.5 8.3 5.5 12 5.5s7 2 9.5 6.5c-2.5 4.5-5.8 6.5-9.5 6.5S5 16.5 2.5 12M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6',
  unseen:
    'M4 4l16 16M9.5 9.8a3 3 0 0 0 4.5 4.2M6.5 7C5 8 3.7 9.7 2.5 12c2.5 4.5 5.8 6.5 9.5 6.5 1.5 0 3-.4 4.3-1M10 5.7c.7-.1 1.3-.2 2-.2 3.7 0 7 2 9.5 6.5-.7 1.3-1.5 2.4-2.4 3.3',
  voice: 'M12 14.5a3 3 0 0 0 3-3v-5a3 3 0 0 0-6 0v5a3 3 0 0 0 3 3M6 11.5a6 6 0 0 0 12 0M12 17.5V21M9 21h6',
  sound: 'M4 9.5v5h3.5l5 4v-13l-5 4zM15.5 9a4.5 4.5 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11',
  scan: 'M4 8.5V4h4.5M15.5 4H20v4.5M20 15.5V20h-4.5M8.5 20H4v-4.5M4 12h16',
  map: 'M9 4.5 4 6.5v13l5-2 6 2 5-2v-13l-5 2zM9 4.5v13M15 6.5v13',
  mail: 'M4 6h16v12.5H4zM4 7l8 6.5L20 7',
  pin: 'M12 20.5c4-4.5 6.5-7.8 6.5-11a6.5 6.5 0 0 0-13 0c0 3.2 2.5 6.5 6.5 11M12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5',
  target:
    'M12 18.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13M12 14a2 2 0 1 0 0-4 2 2 0 0 0 0 4M12 2.5v3M12 18.5v3M2.5 12h3M18.5 12h3',
  whole: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
  lasso: 'M5 8 13 4.5l6 5-2.5 9-9 1zM5 8h.1M13 4.5h.1M19 9.5h.1M16.5 18.5h.1M7.5 19.5h.1',
  shield: 'M12 3.5 19 6v5.5c0 4.5-3 7.5-7 9-4-1.5-7-4.5-7-9V6zM9 12l2.2 2.2L15.2 10',
} as const

export type IconName = keyof typeof strokes

/** A sign beside words; it says nothing by itself, so readers of the page pass over it. */
export function Icon({ name, size = '1.25em' }: { name: IconName; size?: string }) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={strokes[name]} />
    </svg>
  )
}
