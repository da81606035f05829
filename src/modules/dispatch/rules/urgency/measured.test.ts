import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { localDay } from '../../../../kernel/worktime/rules.ts'
import { instant } from '../../../../platform/time.ts'
import { alarmsOfReplied, alarmsOfStream, type LabelledAlarms } from '../../seed/labelled-alarms.ts'
import { seedWatchList, takingBack } from '../../words/watch-list.ts'
import { alarmsIn, isUrgent } from './watch-list.ts'

const folder = join(import.meta.dirname, '../../../../../../shared/data/messages')

type Message = { readonly id: string; readonly topic: string; readonly at: string; readonly detail: string }

const read = (file: string): Message[] =>
  readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))

/** Each message is read as of its own day. */
const raisesAlarm = ({ topic, at, detail }: Message): boolean =>
  isUrgent(alarmsIn(`${topic}\n${detail}`, seedWatchList, { ...takingBack, today: localDay(instant(at)) }))

function measured(file: string, labelled: LabelledAlarms) {
  const urgent = new Set(Object.values(labelled.urgent).flat())
  const calm = new Set(labelled.calm)
  const alarmed = read(file).filter(raisesAlarm)
  const right = alarmed.filter(({ id }) => urgent.has(id)).length
  const wrong = alarmed.filter(({ id }) => calm.has(id)).length
  const unread = alarmed.length - right - wrong
  return { urgent: urgent.size, calm: calm.size, right, wrong, unread }
}

describe.runIf(existsSync(folder))('on messages judged by hand', () => {
  test('the sample by which the list was made', () => {
    const { urgent, calm, right, wrong, unread } = measured('stream.jsonl', alarmsOfStream)
    expect({ urgent, calm }).toEqual({ urgent: 25, calm: 419 })
    expect(right / urgent).toBeGreaterThanOrEqual(0.95)
    expect(right / (right + wrong)).toBeGreaterThanOrEqual(0.95)
    expect(unread).toBe(0)
  })

  test('a sample that the list was not made by', () => {
    const { urgent, calm, right, wrong } = measured('replied.jsonl', alarmsOfReplied)
    expect({ urgent, calm }).toEqual({ urgent: 4, calm: 132 })
    expect(right).toBe(3)
    expect(wrong).toBeLessThanOrEqual(4)
  })
})
