import { type Said, said } from '../../../../platform/words.ts'

/** What a planner tries on the map. */
export const tryWords = {
  tool: said('在图上做什么', 'On the map'),
  tools: {
    add: said('新增设施', 'Add a facility'),
    move: said('搬迁设施', 'Move a facility'),
    close: said('关闭设施', 'Close a facility'),
    'open-gate': said('打开一道门', 'Open a gate'),
    'build-crossing': said('修一条过街通道', 'Build a crossing'),
    candidate: said('标出选址候选点', 'Mark candidate sites'),
  },
  hints: {
    add: said('点一处空地，看看添一处会怎样', 'Press on a bare spot to add one'),
    move: said('先点要搬的设施，再点新址', 'Press on the facility, then on its new spot'),
    close: said('点要关闭的设施', 'Press on the facility to close'),
    'open-gate': said('点一道门，看看打开会怎样', 'Press on a gate to open it'),
    'build-crossing': said('点通道的一端，再点另一端', 'Press on one end, then on the other'),
    candidate: said('点出候选点；“帮我选址”只在这些点里选', 'Press on spots; sites are then proposed among them only'),
  },
  second: {
    move: said('再点新址', 'Now press on its new spot'),
    'build-crossing': said('再点另一端', 'Now press on the other end'),
  },
  wait: said('等灯时间', 'Wait at the light'),
  seconds: (seconds: number): Said => said(`${seconds} 秒`, `${seconds} s`),
  changed: said('受影响的住户', 'People affected'),
  existing: said('现有设施', 'Facilities there are'),
  gates: said('门', 'Gates'),
  gateStates: {
    out: said('只出不进的门', 'Gate that lets out only'),
    shut: said('关着的门', 'Shut gate'),
  },
  noGates: said('这版路网里没有关着的门', 'This network has no gate that is shut'),
  noneDrawn: said('图上没有这一类设施，没有可以点的', 'There is none of this kind on the map to press on'),
  noneOpenDrawn: said(
    '所选的时间里，这一类设施没有一处确定开着，所以图上没有可以点的',
    'At the chosen time none of this kind is known to be open, so there is none on the map to press on',
  ),
  anyTime: said('改成不论几点', 'Count them at any time'),
  unnamed: said('未命名', 'unnamed'),
  candidates: said('候选点', 'Candidate sites'),
  candidateCount: (count: number): Said =>
    said(`${count} 个候选点`, count === 1 ? '1 candidate' : `${count} candidates`),
  clear: said('清除候选点', 'Clear the candidates'),
  moveLine: (name: string): Said => said(`搬迁 ${name}`, `Move ${name}`),
  gateLine: (gate: number): Said => said(`打开 ${gate + 1} 号门`, `Open gate ${gate + 1}`),
  crossingLine: (seconds: number): Said =>
    said(`修过街通道，等灯 ${seconds} 秒`, `Build a crossing, wait ${seconds} s`),
  remove: said('去掉', 'Take out'),
  everybody: said('全部必配都够得着', 'Reach every must-have'),
  score: said('综合得分', 'Weighted score'),
} as const
