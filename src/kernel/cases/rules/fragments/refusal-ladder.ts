import { asked, evidenceField, longText, maybe, shortText } from '../../model/fields.ts'

/**
 * The say-no ladder (说"不"提级管理): a handler can only propose a no. Every level may overrule with an instruction,
 * silence moves it up, and silence at the top is no confirmation: the work goes on.
 * Source: practice of Tongling and Anqing (domain.md 5.1, ○); the levels are configuration of the matter.
 */
export const refusalLadder = <const W extends string, const G extends string>(at: { working: W; confirmed: G }) =>
  ({
    registers: {
      refusal: { from: 'none', oneOf: ['none', 'proposed', 'confirmed', 'overruled'] },
      refusalLevel: { from: 0, upTo: 4 },
      refusalDemand: { given: [1, 2, 3, 4] },
    },
    refusal: { demand: 'refusalDemand', level: 'refusalLevel' },
    stages: {
      'refusal-ladder': {
        phase: 'working',
        owner: {
          byLevel: 'refusalLevel',
          roles: ['section-head', 'leader-in-charge', 'top-leader', 'outside-leader'],
        },
        clock: { promise: 'refusal-level', onEnd: ['refusalRises', 'refusalLapses'] },
      },
    },
    moves: {
      proposeRefusal: {
        from: [at.working],
        to: 'refusal-ladder',
        by: ['handler'],
        event: 'RefusalProposed',
        nature: ['works', 'proposes-no'],
        asks: asked({
          ground: longText(),
          legalBasis: shortText(),
          tried: longText(),
          alternative: longText(),
          evidence: maybe(evidenceField()),
        }),
        sealed: ['ground', 'tried', 'alternative'],
        guards: [{ register: 'refusal', is: 'none', refusal: 'refusal-overruled' }],
        effects: [{ set: 'refusal', to: 'proposed' }, { set: 'refusalLevel', to: 1 }, { handlers: 'join' }],
        notices: [{ to: 'owner', template: 'refusal-at-your-desk' }],
      },
      overrule: {
        from: ['refusal-ladder'],
        to: at.working,
        by: ['section-head', 'leader-in-charge', 'top-leader', 'outside-leader'],
        level: 'refusalLevel',
        event: 'RefusalOverruled',
        asks: asked({ instruction: longText() }),
        sealed: ['instruction'],
        effects: [{ set: 'refusal', to: 'overruled' }],
        notices: [{ to: 'holder', template: 'refusal-overruled' }],
      },
      passUp: {
        from: ['refusal-ladder'],
        to: 'refusal-ladder',
        by: ['section-head', 'leader-in-charge', 'top-leader'],
        level: 'refusalLevel',
        event: 'RefusalPassedUp',
        asks: asked({ reason: longText() }),
        sealed: ['reason'],
        guards: [{ register: 'refusalLevel', below: 4, refusal: 'at-the-top' }],
        effects: [{ raise: 'refusalLevel' }],
        notices: [{ to: 'owner', template: 'refusal-at-your-desk' }],
      },
      confirmRefusal: {
        from: ['refusal-ladder'],
        to: at.confirmed,
        by: ['section-head', 'leader-in-charge', 'top-leader', 'outside-leader'],
        level: 'refusalLevel',
        event: 'RefusalConfirmed',
        nature: ['decides-no'],
        asks: asked({ answer: longText(), legalBasis: shortText(), alternative: longText() }),
        sealed: ['answer', 'alternative'],
        guards: [
          { register: 'refusalLevel', atLeast: 'refusalDemand', refusal: 'higher-level-demanded' },
          { actor: 'is-no-handler', refusal: 'your-own-work' },
          { children: 'none-open', refusal: 'children-open' },
        ],
        effects: [{ set: 'refusal', to: 'confirmed' }, { stop: 'main' }, { stop: 'contact' }],
        states: { outcome: 'unsolved' },
        notices: [{ to: 'owner', template: 'verify-at-your-desk' }],
      },
      refusalRises: {
        from: ['refusal-ladder'],
        to: 'refusal-ladder',
        by: ['clock'],
        event: 'RefusalRose',
        nature: ['escalates'],
        guards: [{ register: 'refusalLevel', below: 4, refusal: 'at-the-top' }],
        effects: [{ raise: 'refusalLevel' }],
        notices: [{ to: 'owner', template: 'refusal-at-your-desk' }],
      },
      refusalLapses: {
        from: ['refusal-ladder'],
        to: at.working,
        by: ['clock'],
        event: 'RefusalLapsed',
        effects: [{ set: 'refusal', to: 'overruled' }],
        notices: [{ to: 'holder', template: 'refusal-overruled' }],
      },
    },
  }) as const
