import { fragmentFields } from '../../../kernel/cases/words/fields.ts'
import { extensionWords, move, stage, supervisionWords } from '../../../kernel/cases/words/fragments.ts'
import type { ProcedureWords } from '../../../kernel/cases/words.ts'
import { said } from '../../../platform/words.ts'

/** 督办任务 in words; those who read them work here. */
export const taskWords = {
  name: said('督办任务', 'Task'),
  stages: {
    assigned: stage(
      said('待签收', 'To be signed for'),
      said('任务已交给责任单位，等签收。', 'The task has gone to the unit responsible.'),
      said('到时没签收，也算签收，时间照算。', 'If nobody signs in time it counts as signed.'),
    ),
    handling: stage(
      said('办理中', 'Being dealt with'),
      said('责任单位正在办。', 'The unit responsible is at work.'),
      said(
        '办完由没有参与的人核查，并重新测算一遍；超过期限会自动督办。',
        'When done somebody without a hand in it checks it, and the figure is measured again; if it takes too long, superiors step in.',
      ),
    ),
    ...extensionWords.stages,
    verifying: stage(
      said('核查中', 'Being checked'),
      said('责任单位说办好了，正在核查。', 'The unit says it is done; it is being checked.'),
      said(
        '核查属实才算完成；到时没核查会自动督办。',
        'Only what is found true counts; if nobody checks, superiors step in.',
      ),
    ),
    completed: stage(
      said('已完成', 'Completed'),
      said('任务已核查完成。', 'The task was checked and is completed.'),
      said('前后两次测算的结果都留着。', 'Both figures, before and after, are kept.'),
    ),
    cancelled: stage(
      said('已撤销', 'Called off'),
      said('任务已撤销，理由记录在案。', 'The task was called off; the reason is on record.'),
      said('不用再办。', 'Nothing more is to be done.'),
    ),
  },
  moves: {
    sign: move(said('签收', 'Sign'), said('责任单位已签收', 'Signed for')),
    signBySilence: move(
      said('逾期即签收', 'Counts as signed'),
      said('到时未签收，视为签收', 'Not signed in time; it counts as signed'),
    ),
    assignPerson: move(said('指定承办人', 'Give to somebody'), said('已指定承办人', 'Given to somebody in the unit')),
    handOver: move(said('移交', 'Hand over'), said('已移交他人', 'Handed over')),
    succeedUnit: move(
      said('划转单位', 'Move to another unit'),
      said('已划转至承接单位', 'Moved to the unit that takes over'),
    ),
    deliver: move(said('报告办好', 'Report it done'), said('责任单位报告已办好', 'The unit reports it done')),
    confirm: move(said('核查属实', 'Found true'), said('核查属实，任务完成', 'Found true; the task is completed')),
    sendBackTask: move(said('退回重办', 'Send back'), said('核查未通过，退回重办', 'Not found true; sent back')),
    callOff: move(said('撤销任务', 'Call off'), said('任务已撤销', 'The task was called off')),
    ...extensionWords.moves,
    ...supervisionWords.moves,
  },
  fields: {
    ...fragmentFields,
    person: { label: said('承办人', 'Person'), control: 'staff' },
    done: { label: said('办了什么', 'What was done'), control: 'long-text' },
    finding: {
      label: said('核查情况', 'Finding'),
      hint: said('到现场看到了什么', 'What was seen on the spot'),
      control: 'long-text',
    },
  },
} as const satisfies ProcedureWords
