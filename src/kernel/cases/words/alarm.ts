import { said } from '../../../platform/words.ts'
import { move, type Words } from './fragments.ts'

/** 紧急 */
export const alarmWords = {
  stages: {},
  moves: {
    raiseAlarm: move(
      said('标为紧急', 'Raise the alarm'),
      said('标为紧急，限时由另一人复核', 'Urgent; somebody else is to judge it in time'),
    ),
    judgeAlarm: move(
      said('复核紧急', 'Judge the alarm'),
      said('紧急情形已由另一人复核', 'Somebody else has judged the alarm'),
    ),
    answerAlarm: move(said('接警', 'Answer the alarm'), said('值班人员已接警', 'The duty desk has answered the alarm')),
    alarmLapses: move(
      said('紧急已过', 'Alarm lapses'),
      said('已经答复，紧急情形不再复核', 'It has been answered; the alarm needs no judging any more'),
    ),
    alarmUnanswered: move(
      said('紧急未复核', 'Alarm unanswered'),
      said('紧急情形到时没有人复核，列入督办', 'Nobody judged the alarm in time; under supervision'),
    ),
  },
} as const satisfies Words

/** The reason that stands where whoever took it on said it is urgent. */
export const alarmedWords = said('受理时判为紧急', 'Judged urgent when it was taken on')
