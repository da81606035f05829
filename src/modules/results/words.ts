import { type Said, said } from '../../platform/words.ts'

export const wholeDistrict = said('全区', 'The whole district')

/** The columns of the file. */
export const columnWords = {
  place: said('地点', 'Place'),
  theme: said('主题', 'Theme'),
  answered: said('已答复', 'Answered'),
  solved: said('实际解决', 'Solved'),
  explained: said('解释说明', 'Explained'),
  unsolved: said('未解决', 'Unsolved'),
  inTime: said('按时', 'In time'),
  late: said('超时', 'Late'),
  rated: said('已评价', 'Rated'),
  satisfied: said('满意', 'Satisfied'),
} as const satisfies Record<string, Said>
