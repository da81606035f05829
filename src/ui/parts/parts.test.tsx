import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { problem } from '../api/problem.ts'
import { OutsideRouter } from '../routing/outside.ts'
import { TongueProvider } from '../tongue.tsx'
import { uiWords } from '../words.ts'
import { Button } from './Button.tsx'
import { Deadline } from './Deadline.tsx'
import { Figure } from './Figure.tsx'
import { Light } from './Light.tsx'
import { Facts } from './layout.tsx'
import { Pager } from './Pager.tsx'
import { RateBar } from './RateBar.tsx'
import { Stars } from './Stars.tsx'
import { Steps } from './Steps.tsx'
import { ErrorState } from './states.tsx'
import { TextArea } from './TextArea.tsx'
import { TextField } from './TextField.tsx'

const drawn = (part: ReactNode, tongue: 'zh' | 'en' = 'zh') =>
  renderToStaticMarkup(
    <OutsideRouter value={true}>
      <TongueProvider initial={tongue}>{part}</TongueProvider>
    </OutsideRouter>,
  )
const nothing = () => undefined

test('a button that cannot be pressed says why, and can still be reached', () => {
  const html = drawn(<Button blocked="办理单位答复后才能评价">评价</Button>)
  expect(html).toContain('aria-disabled="true"')
  expect(html).not.toContain(' disabled=""')
  expect(html).toMatch(/aria-describedby="([^"]+)".*id="\1"[^>]*>办理单位答复后才能评价/)
})

test('the error of a field is read out with the field it is about', () => {
  const html = drawn(<TextField label="手机号" error="少了一位" required value="1380" onChange={nothing} />)
  const [, described = ''] = /aria-describedby="([^"]+)"/.exec(html) ?? []
  expect(html).toContain(`id="${described}"`)
  expect(html).toContain('aria-invalid="true"')
  expect(html).toMatch(/<label[^>]*for="([^"]+)".*<input id="\1"/)
})

test('what is typed over the limit is counted, not cut off', () => {
  expect(drawn(<TextArea label="说明" value="路灯坏了三天" max={4} onChange={nothing} />)).toContain('超出 2 字')
  expect(drawn(<TextArea label="说明" value="👨‍👩‍👧好" max={10} onChange={nothing} />)).toContain('/ 10 字')
})

test('a light says its colour in words and in a shape of its own', () => {
  const shapes = (['green', 'yellow', 'red', 'off'] as const).map((colour) => drawn(<Light colour={colour} />))
  expect(new Set(shapes.map((html) => /<path d="([^"]+)"/.exec(html)?.[1])).size).toBe(4)
  expect(shapes[2]).toContain('超期')
  expect(drawn(<Light colour="red" look="lamp" />, 'en')).toContain('Overdue')
})

test('you are here is said where one is, and nowhere else', () => {
  const html = drawn(
    <Steps
      label="办理流程"
      steps={[
        { id: 'a', title: '提交', state: 'done' },
        { id: 'b', title: '办理', state: 'here' },
        { id: 'c', title: '办结', state: 'ahead' },
      ]}
    />,
  )
  expect(html.match(/aria-current="step"/g)).toHaveLength(1)
  expect(html.match(/您在这里/g)).toHaveLength(1)
})

test('a due date explains itself, and says when it may still move', () => {
  const html = drawn(
    <Deadline
      due="2026-11-27T15:59:59.999Z"
      text="2026年11月27日"
      light="green"
      explanation="跳过周末 2 天。"
      provisional
    />,
  )
  expect(html).toContain('<time dateTime="2026-11-27T15:59:59.999Z">2026年11月27日</time>')
  expect(html).toContain('跳过周末 2 天。')
  expect(html).toContain('暂定')
})

test('a figure never hides the counts it is made of, and leads to its list', () => {
  const parts = { numerator: 1164, denominator: 1330, exclusions: '未评价 31 件不计' }
  const html = drawn(<Figure label="实际解决率" value="87.5" unit="%" parts={parts} to="/list" />)
  expect(html).toContain('1,164 / 1,330')
  expect(html).toContain('未评价 31 件不计')
  expect(html).toContain('href="/list"')
})

test('with nothing to count there is no rate, neither good nor bad', () => {
  const html = drawn(<RateBar label="满意率" numerator={0} denominator={0} />)
  expect(html).not.toContain('%<')
  expect(html).toContain('暂无数据')
})

test('a rating nobody gave is not chosen beforehand', () => {
  const html = drawn(<Stars label="满意吗" value={null} onChange={nothing} />)
  expect(html).not.toContain('checked=""')
  expect(html.match(/type="radio"/g)).toHaveLength(5)
})

test('a failure names the number to quote and offers another try; what is not there offers none', () => {
  const failed = drawn(<ErrorState problem={problem('failed', uiWords.failed, { id: 'req-7' })} onRetry={nothing} />)
  expect(failed).toContain('req-7')
  expect(failed).toContain('再试一次')
  const missing = drawn(<ErrorState problem={problem('missing', uiWords.missing, { id: 'req-8' })} onRetry={nothing} />)
  expect(missing).not.toContain('再试')
  expect(missing).not.toContain('req-8')
})

test('who may not look is told so, without being called wrong', () => {
  expect(drawn(<ErrorState problem={problem('forbidden', uiWords.forbidden)} />)).toContain('没有查看这里的权限')
})

test('the last page has no next page', () => {
  const html = drawn(<Pager onPrevious={nothing} />)
  expect(html).toContain('上一页')
  expect(html).not.toContain('下一页')
})

test('a fact without a value is left out rather than shown empty', () => {
  const html = drawn(
    <Facts
      facts={[
        { label: '地点', value: '青松路' },
        { label: '电话', value: '' },
      ]}
    />,
  )
  expect(html).toContain('地点')
  expect(html).not.toContain('电话')
})
