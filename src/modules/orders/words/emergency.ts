import { said } from '../../../platform/words.ts'

/** Whom to call where a request would be too slow. */
export const emergencyPhones = [
  { number: '110', who: said('报警', 'police') },
  { number: '119', who: said('火警、救援', 'fire and rescue') },
  { number: '120', who: said('急救', 'ambulance') },
  { number: '122', who: said('交通事故', 'traffic accidents') },
] as const
