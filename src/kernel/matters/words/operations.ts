import { type Said, said } from '../../../platform/words.ts'

/** What the operation log says was done here. */
export const matterOperations = {
  'matters.draft.create': said('新建事项草稿', 'Began a matter'),
  'matters.draft.save': said('保存事项草稿', 'Saved a draft of a matter'),
  'matters.draft.drop': said('丢弃事项草稿', 'Dropped a draft of a matter'),
  'matters.publish': said('发布事项', 'Published a matter'),
  'matters.retire': said('停用事项', 'Retired a matter'),
  'matters.export': said('导出事项目录', 'Exported the catalogue'),
  'matters.import': said('导入事项为草稿', 'Imported matters as drafts'),
  'matters.import.publish': said('导入并发布事项', 'Imported and published matters'),
  'matters.tree.save': said('保存类别', 'Saved the categories'),
} as const satisfies Record<string, Said>
