import { type Said, said } from '../../../platform/words.ts'
import type { DeclineGround } from '../model.ts'
import { emergencyPhones } from './emergency.ts'

/** A ground for not taking something on: what the resident is told, where he is sent, and whom he can call. */
export type DeclineWords = {
  readonly name: Said
  readonly told: Said
  readonly turnTo: Said
  readonly phones?: readonly { readonly number: string; readonly who: Said }[]
}

const lawyers = { number: '12348', who: said('公共法律服务', 'legal advice') }

/**
 * Nobody is turned away without being told where to turn.
 * Source: 北京市接诉即办工作条例 第十一条第三款（一）至（六） (local law; here practice, to be confirmed by the district).
 */
export const declineWords = {
  emergency: {
    name: said('紧急事项', 'Emergency'),
    told: said('这是紧急情况，等工单办理就来不及了。', 'This is an emergency; a request would be too slow.'),
    turnTo: said('请马上拨打紧急电话。', 'Call an emergency number now.'),
    phones: emergencyPhones,
  },
  litigation: {
    name: said('诉讼、仲裁事项', 'Court or arbitration'),
    told: said(
      '这件事要由法院或者仲裁机构来定，或者已经在打官司、仲裁，行政机关不能代替。',
      'This is for a court or an arbitrator to decide, or is before one already.',
    ),
    turnTo: said('请向有管辖权的人民法院或仲裁委员会提出。', 'Please turn to the court or the arbitration commission.'),
    phones: [{ number: '12368', who: said('法院诉讼服务', 'court service') }, lawyers],
  },
  'petition-channel': {
    name: said('已进入信访渠道', 'Already a petition'),
    told: said('这件事已经在信访渠道办理，两边同时办会耽误您。', 'This is already being dealt with as a petition.'),
    turnTo: said(
      '请向原来受理的信访部门查询进展，也可以登录国家信访局网上平台查询。',
      'Please ask the petition office that has it, or look on the national petition site.',
    ),
  },
  reconsideration: {
    name: said('行政复议事项', 'Administrative reconsideration'),
    told: said(
      '您对行政决定不服，要走行政复议，由复议机构依法审查。',
      'To contest an administrative decision, reconsideration is the way.',
    ),
    turnTo: said(
      '请向本级人民政府的行政复议机构申请。申请有期限，请尽早。',
      'Please apply to the reconsideration office of the government; there is a time limit, so do it soon.',
    ),
    phones: [lawyers],
  },
  discipline: {
    name: said('纪检监察事项', 'Discipline inspection'),
    told: said(
      '反映公职人员违纪违法，要由纪检监察机关处理。',
      'Misconduct of officials is for the discipline inspection.',
    ),
    turnTo: said('请向纪检监察机关举报，举报人受法律保护。', 'Please report it there; the law protects you.'),
    phones: [{ number: '12388', who: said('纪检监察举报', 'discipline inspection') }],
  },
  disclosure: {
    name: said('政府信息公开申请', 'Information request'),
    told: said(
      '您要的是政府信息，需要按政府信息公开来申请。',
      'You are asking for public information, which has its own way.',
    ),
    turnTo: said(
      '请向掌握这项信息的机关提出公开申请，机关网站“政府信息公开”栏目可以在线办。',
      'Please apply to the office that holds it; its website has a form.',
    ),
  },
  'same-matter': {
    name: said('同一事项，无新情况', 'Same matter, nothing new'),
    told: said(
      '同一件事正在办或者已经办完，这次没有新的情况和理由。',
      'The same matter is being or has been dealt with, and nothing is new.',
    ),
    turnTo: said(
      '请查看原来那件的进展和结果；有新情况请写明，我们再办。',
      'Please see how the earlier one went; if something is new, say what.',
    ),
  },
  'outside-remit': {
    name: said('超出政府职责', "Outside the government's remit"),
    told: said('这件事不在政府部门的职责之内，政府不能代替办。', 'This is not within what the government may do.'),
    turnTo: said(
      '可以先和对方协商，也可以找人民调解、行业协会，或者通过法律途径解决。',
      'You may negotiate, turn to mediation or the trade association, or take legal steps.',
    ),
    phones: [lawyers],
  },
  secret: {
    name: said('涉及国家秘密、商业秘密或个人隐私', 'State, trade or private secrets'),
    told: said(
      '这里面涉及国家秘密、商业秘密或者别人的隐私，依法不能在这里办、也不能公开。',
      'This touches secrets of the state, of a business or of a private person.',
    ),
    turnTo: said(
      '请到受理窗口当面说明，由工作人员告诉您怎么依法办。',
      'Please come to the counter; our staff will explain what the law allows.',
    ),
  },
  unlawful: {
    name: said('违反法律法规或公序良俗', 'Against the law or public order'),
    told: said(
      '您提的要求不符合法律规定或者公序良俗，不能办。',
      'What you ask for is against the law or public order.',
    ),
    turnTo: said(
      '相关规定和后果已经写在说明里；有合法的诉求，欢迎再反映。',
      'The rule and its consequences stand in the note; a lawful request is always welcome.',
    ),
    phones: [lawyers],
  },
} as const satisfies Record<DeclineGround, DeclineWords>

/** Where to turn for a ground, with whom to call, as a paper says it; null for an unknown ground. */
export function turnToOf(ground: string): string | null {
  const found: DeclineWords | undefined = Object.entries(declineWords).find(([name]) => name === ground)?.[1]
  if (!found) return null
  const phones = (found.phones ?? []).map(({ number, who }) => `${who.zh}${number}`).join('、')
  return phones === '' ? found.turnTo.zh : `${found.turnTo.zh}（${phones}）`
}
