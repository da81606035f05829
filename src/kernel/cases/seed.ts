import type { Db } from '../../platform/db/db.ts'
import type { Instant } from '../../platform/time.ts'
import { addTemplateVersion } from './store/reply-templates.ts'

/** Texts of the invented district that answers begin from; real ones are written by those who answer. */
const templates: readonly (readonly [name: string, body: string])[] = [
  [
    '已解决',
    '您好！您反映的“【标题】”（编号【编号】），【承办单位】已于【办结日期】到【地点】处理完毕：【处理情况】。依据【依据】。如有新的情况，请随时告诉我们。',
  ],
  [
    '分步解决',
    '您好！您反映的“【标题】”情况属实。【承办单位】已先行【已做措施】，余下部分计划于【完成日期】前完成，期间进展会及时告诉您。依据【依据】。',
  ],
  [
    '解释说明',
    '您好！您反映的“【标题】”，【承办单位】于【今天】核实：【核实情况】。按照【依据】，目前【结论】。您可以通过【途径】进一步了解。',
  ],
  [
    '涉及居民自治',
    '您好！您反映的“【标题】”属于业主共同决定的事项。【承办单位】已联系【社区】，将于【协商日期】组织协商，请您参加。依据【依据】。',
  ],
  [
    '公共设施维修',
    '您好！您反映的【地点】设施问题，【承办单位】已于【今天】派人查看，故障原因是【原因】，【修复日期】前修复，期间已设置警示。依据【依据】。',
  ],
  [
    '噪声扰民',
    '您好！您反映的【地点】噪声问题，执法人员已于【检查日期】到场检查，【检查结果】，并将在【复查日期】前复查。依据【依据】。',
  ],
  ['政策咨询', '您好！您咨询的“【标题】”，答复如下：【答复】。依据【依据】。办理地点和电话：【联系方式】。'],
]

const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz'

/** Reply templates of the invented district; what stands already is left alone, so it may run twice. */
export async function plantReplyTemplates(db: Db, district: string, at: Instant): Promise<void> {
  for (const [place, [name, body]] of templates.entries()) {
    const id = `template_${'0'.repeat(25)}${LETTERS[place + 1]}`
    const one = { id, version: 1, unit: null, name, body, live: true, changedAt: at, changedBy: 'seed' }
    await addTemplateVersion(db, district, one)
  }
}
