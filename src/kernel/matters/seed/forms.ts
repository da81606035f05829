import type { JsonSchema } from '../../../platform/forms/schema.ts'
import { messageLimits } from '../model/message.ts'
import type { MatterKind } from '../model.ts'

/** The forms of the seeded matters: one common form, and a few fields that a theme needs besides. */

const text = (title: string, english: string, most: number, more: JsonSchema = {}): JsonSchema => ({
  type: 'string',
  title,
  'x-title-en': english,
  maxLength: most,
  ...more,
})

const choice = (
  title: string,
  english: string,
  choices: Readonly<Record<string, readonly [string, string]>>,
): JsonSchema => ({
  type: 'string',
  title,
  'x-title-en': english,
  enum: Object.keys(choices),
  'x-labels': Object.values(choices).map(([zh, en]) => ({ zh, en })),
  'x-widget': 'radio',
})

const place: JsonSchema = {
  type: 'object',
  title: '地点',
  'x-title-en': 'Place',
  'x-widget': 'place',
  required: ['address'],
  properties: {
    address: text('详细地址', 'Address', messageLimits.place.max, { minLength: messageLimits.place.min }),
    lng: { type: 'number', title: '经度', 'x-title-en': 'Longitude', minimum: 73, maximum: 136 },
    lat: { type: 'number', title: '纬度', 'x-title-en': 'Latitude', minimum: 3, maximum: 54 },
  },
}

const base = {
  title: text('标题', 'Title', messageLimits.title.max, { minLength: messageLimits.title.min }),
  text: text('情况说明', 'What happened', messageLimits.text.max, {
    minLength: messageLimits.text.min,
    'x-widget': 'textarea',
    'x-personal': true,
    description: '请写明时间、地点、经过和您的诉求',
    'x-description-en': 'When, where, what happened, and what you ask for',
  }),
  place,
  happenedOn: text('发生日期', 'When it happened', 10, { format: 'day', 'x-widget': 'day' }),
  photos: {
    type: 'array',
    title: '照片',
    'x-title-en': 'Photographs',
    'x-widget': 'photos',
    maxItems: messageLimits.photos.max,
    uniqueItems: true,
    items: { type: 'string', pattern: '^[0-9a-f]{64}$' },
  },
  contactBy: choice('希望如何联系您', 'How to reach you', {
    phone: ['电话', 'by phone'],
    sms: ['短信', 'by text message'],
    none: ['不必联系，只看进度', 'not at all; I follow it myself'],
  }),
  contactAt: choice('方便联系的时间', 'When to reach you', {
    any: ['随时', 'any time'],
    office: ['工作时间', 'office hours'],
    evening: ['晚上', 'in the evening'],
  }),
  anonymous: {
    type: 'boolean',
    title: '对承办单位隐去我的姓名和电话',
    'x-title-en': 'Hide my name and number from the handling unit',
  },
} as const satisfies Record<string, JsonSchema>

/** Fields of one theme, laid between the text and the photographs. */
export const themes = {
  none: {},
  utility: { accountNo: text('户号', 'Account number', 20, { pattern: '^[0-9A-Za-z-]*$' }) },
  vehicle: { plate: text('车牌号或线路', 'Plate or line number', 20) },
  noise: {
    noiseAt: choice('主要在什么时候', 'Mostly at', {
      day: ['白天', 'daytime'],
      noon: ['午休', 'noon'],
      night: ['夜间（22 时至次日 6 时）', 'night, 22:00 to 6:00'],
    }),
  },
  wages: {
    employer: text('用人单位', 'Employer', 100, { minLength: 2 }),
    owedPeople: { type: 'integer', title: '涉及人数', 'x-title-en': 'People concerned', minimum: 1, maximum: 9999 },
    owedAmount: { type: 'number', title: '拖欠金额（元）', 'x-title-en': 'Amount owed, yuan', minimum: 0 },
  },
  shopping: {
    shop: text('商家名称', 'Shop', 100, { minLength: 2 }),
    paidAmount: { type: 'number', title: '消费金额（元）', 'x-title-en': 'Amount paid, yuan', minimum: 0 },
  },
  enterprise: {
    organisation: text('企业名称', 'Enterprise', 100, { minLength: 2 }),
    creditCode: text('统一社会信用代码', 'Unified social credit code', 18, { format: 'credit-code' }),
  },
  conduct: { against: text('被反映的单位或岗位', 'Unit or post concerned', 100, { minLength: 2 }) },
} as const satisfies Record<string, Readonly<Record<string, JsonSchema>>>

export type Theme = keyof typeof themes

/** Questions and praise need no place; everything else does. */
const placeless: readonly MatterKind[] = ['consult', 'suggestion', 'praise']

export function orderForm(kind: MatterKind, theme: Theme): JsonSchema {
  const own = themes[theme]
  const { title, text: told, place: where, ...rest } = base
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    additionalProperties: false,
    required: ['title', 'text', ...(placeless.includes(kind) || theme === 'enterprise' ? [] : ['place'])],
    properties: { title, text: told, place: where, ...own, ...rest },
    // Somebody who asks to be telephoned says when.
    if: { properties: { contactBy: { const: 'phone' } }, required: ['contactBy'] },
    // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
    then: { required: ['contactAt'] },
  }
}
