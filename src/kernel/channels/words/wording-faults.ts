import { type Said, said } from '../../../platform/words.ts'
import type { WordingFault } from '../model/notices.ts'
import { paramWords } from './notices.ts'

/** What is wrong with an edited wording, as a sentence. */
export function wordingFaultSaid(fault: WordingFault): Said {
  switch (fault.fault) {
    case 'unknown-param':
      return said(`这条通知里不能用 {${fault.name}}`, `{${fault.name}} cannot be used in this notice`)
    case 'must-missing': {
      const { zh, en } = paramWords[fault.name]
      return said(
        `必须写明${zh}：{${fault.name}}，且不能放在方括号里`,
        `It must name the ${en}: {${fault.name}}, outside brackets`,
      )
    }
    case 'bracket-unpaired':
      return said(
        '括号没有成对：{…} 填内容，[…] 包住可省略的话',
        'Brackets do not pair: {…} is filled in, […] may be left out',
      )
    case 'secret-in-title':
      return said('查询码不能放在标题里', 'The code must not stand in the title')
  }
}
