import type { DocumentKind, LawTexts, NumberFormat, Regime } from '../model.ts'

/** How a district numbers until it says otherwise. Source: GB/T 9704-2012 7.2.5; the letters of the kinds are custom (△). */
export const defaultFormat: NumberFormat = {
  pattern: '{word}{kind}〔{year}〕{seq}号',
  kinds: { accepted: '受', supplement: '补', declined: '不受', extended: '延', answer: '答', revocation: '撤' },
}

/** Our own wording of each document; a district may word each anew. */
export const defaultTexts: Readonly<Record<DocumentKind, string>> = {
  accepted: `您于【登记日期】反映的“【标题】”（编号【编号】），本机关已经收悉。经审核，该事项属于受理范围，决定予以受理。
办理期限：【办理期限】。
受理依据：【依据】
您可以凭编号查询办理进度。如需补充情况，请联系：【联系方式】。`,
  supplement: `您于【登记日期】反映的“【标题】”（编号【编号】），本机关已经收悉。经核对，还需要您一次补齐下列内容：
【补正内容】
请于【补正期限】前提交。以上为需要补正的全部内容；期满未补正的，本机关将按照现有材料继续办理。
告知依据：【依据】
如有疑问，请联系：【联系方式】。`,
  declined: `您于【登记日期】反映的“【标题】”（编号【编号】），本机关已经收悉。经审核，决定不予受理，理由如下：
【理由】
您可以通过下列途径提出：【提出途径】
决定依据：【依据】
【救济途径】`,
  extended: `您于【登记日期】反映的“【标题】”（编号【编号】），本机关正在办理。因下列原因，不能在原定期限内办结：
【理由】
经批准，办理期限由【原期限】延长至【新期限】。
告知依据：【依据】
如有疑问，请联系：【联系方式】。`,
  answer: `您于【登记日期】反映的“【标题】”（编号【编号】），本机关已经办理。现答复如下：
事实和理由：【事实和理由】
办理意见：
【答复内容】
办理结果：【办理结果】。
答复依据：【依据】
【救济途径】`,
  revocation: `本机关【原日期】向您出具的《【原文书】》（【原文号】，办件“【标题】”，编号【编号】），因下列原因予以撤销，自本告知书出具之日起不再有效：
【理由】
撤销依据：【依据】
【救济途径】`,
}

/**
 * What stands in the fields of law until a district says otherwise: articles alone. Where no statute says it, nothing
 * stands there, and no document is issued before somebody has written it.
 */
export const lawOf: Readonly<Record<Regime, Readonly<Partial<Record<DocumentKind, LawTexts>>>>> = {
  order: {},
  petition: {
    accepted: { basis: '《信访工作条例》第二十三条。' },
    declined: { basis: '《信访工作条例》第二十三条。' },
    extended: { basis: '《信访工作条例》第三十四条。' },
    answer: {
      basis: '《信访工作条例》第三十一条、第三十二条。',
      remedy:
        '您对本意见不服的，可以自收到之日起30日内，依照《信访工作条例》第三十五条，请求本机关的上一级机关、单位复查。',
    },
  },
  licence: {
    accepted: { basis: '《中华人民共和国行政许可法》第三十二条第一款第五项、第二款。' },
    supplement: { basis: '《中华人民共和国行政许可法》第三十二条第一款第四项。' },
    declined: { basis: '《中华人民共和国行政许可法》第三十二条第一款、第二款。' },
    extended: { basis: '《中华人民共和国行政许可法》第四十二条。' },
    answer: {
      basis: '《中华人民共和国行政许可法》第三十八条。',
      remedy: '您对本决定不服的，依照《中华人民共和国行政许可法》第三十八条，可以依法申请行政复议或者提起行政诉讼。',
    },
  },
}

/** Whom to ask where nobody wrote another contact. */
export const contactOf = (unit: string): string => `${unit}，或拨打12345`
export const dueWithin = (term: string): string => `自受理之日起${term.replaceAll(' ', '')}内`
