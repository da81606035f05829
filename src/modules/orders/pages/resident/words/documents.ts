import { type Said, said } from '../../../../../platform/words.ts'

export const documentWords = {
  title: said('文书', 'Documents'),
  lead: said('办理单位为这件事出具的书面文书', 'What the office issued on this in writing'),
  back: said('返回', 'Back'),
  verify: said('怎么验证真伪', 'How to verify one'),
} as const satisfies Record<string, Said>
