import { said } from '../../../platform/words.ts'
import { move, stage } from './fragments.ts'

/** 回访、评价、重办、整改、归档 */
export const ratingWords = {
  stages: {
    answered: stage(
      said('待回访', 'Answered, to be called back'),
      said(
        '答复已经给您了，请您看看。满意不满意，都可以在这里告诉我们。',
        'You have our answer; please read it. Whether you are satisfied or not, you can tell us here.',
      ),
      said(
        '我们会回访您；不满意可以要求重办。到时联系不上您，先办结，您仍然可以提出来。',
        'We will call you back; if it is not right, it is done again. If we cannot reach you it is closed, and you may still object.',
      ),
    ),
    closed: stage(
      said('已办结', 'Closed'),
      said('您的诉求已经办结。', 'Your request is closed.'),
      said(
        '这段时间里您还可以评价、要求重办；过后归档。',
        'You may still rate it or ask for it to be reopened; then it is filed away.',
      ),
    ),
    'reopen-review': stage(
      said('重办审核', 'Reopening asked for'),
      said('您要求重办，正在审核。', 'You asked for it to be reopened; this is being looked at.'),
      said(
        '到时没有决定，自动重办；不重办会说明理由。',
        'If nobody decides in time it is reopened; if not, you will hear why.',
      ),
    ),
    rectifying: stage(
      said('差评整改', 'Being put right'),
      said('您给了差评，我们正在整改。', 'You were not satisfied; we are putting it right.'),
      said(
        '一个工作日内联系您；整改完由别人核实，不由承办人自己说了算。',
        'You are contacted within a working day; somebody else then checks.',
      ),
    ),
    'rectify-check': stage(
      said('整改核实', 'Putting right is checked'),
      said('整改做完了，正在核实您是不是认可。', 'It has been put right; we are asking whether you agree.'),
      said('您认可就办结；还没做好，再整改一次。', 'If you agree it is closed; if not, it is done once more.'),
    ),
    archived: stage(
      said('已归档', 'Filed away'),
      said('您的诉求已经办结归档。', 'Your request is finished and filed away.'),
      said('有新情况可以随时再反映。', 'If something new comes up, tell us.'),
    ),
  },
  moves: {
    rate: move(said('评价', 'Rate'), said('已评价', 'Rated')),
    rateBadly: move(
      said('给差评', 'Rate: not satisfied'),
      said('给出差评，转入整改', 'Rated badly; it is being put right'),
      said('我们会整改，并再次联系您。确定提交？', 'We will put it right and contact you again. Send it?'),
    ),
    rectify: move(said('提交整改结果', 'Put right'), said('整改完毕，交核实', 'Put right; it is now checked')),
    confirmRectified: move(said('整改属实', 'Confirm'), said('核实整改到位，办结', 'It was put right; closed')),
    rectifyAgain: move(said('再次整改', 'Once more'), said('整改不到位，再次整改', 'Not put right yet; once more')),
    recordVisit: move(said('登记回访', 'Record the call'), said('已回访', 'Called back')),
    redo: move(said('退回重办', 'Have it done again'), said('回访后退回重办', 'After the call it is done again')),
    close: move(said('办结', 'Close'), said('已办结', 'Closed'), said('确定办结这一件？', 'Close this case?')),
    closeUnvisited: move(
      said('逾期办结', 'Closes'),
      said('到时未能回访，先行办结，未评价', 'Nobody could be reached in time; closed, unrated'),
    ),
    askReopen: move(
      said('要求重办', 'Ask to reopen'),
      said('诉求人要求重办', 'The applicant asked for it to be reopened'),
    ),
    reopen: move(said('同意重办', 'Reopen'), said('同意重办', 'Reopened')),
    reopenLapses: move(said('逾期即重办', 'Reopens'), said('到时未决定，自动重办', 'Nobody decided in time; reopened')),
    refuseReopen: move(
      said('不同意重办', 'Do not reopen'),
      said('不再重办，已说明理由', 'Not reopened; the reasons were given'),
      said(
        '将向诉求人说明不再重办。理由和依据写全了吗？',
        'The applicant will be told. Are reasons and rule complete?',
      ),
    ),
    archive: move(said('归档', 'Files away'), said('异议期满，归档', 'The time to object is over; filed away')),
  },
} as const
