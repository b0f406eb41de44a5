import { getFunnel } from '../catalog/index.ts';
import { wheelCatalog } from '../catalog/wheels.ts';
import type { SubjectId } from '../data/ask-options.ts';
import type { Store } from '../engine/dataset/store.ts';
import type { PeopleQuery } from '../engine/index.ts';
import { computeFunnelPlaces } from '../engine/people/funnel-places.ts';
import type { FunnelDefinition, PeoplePage, RunOptions, FunnelSegment } from '../engine/schema/index.ts';
import type {
  FunnelPlaces,
  PersonPlace,
  WheelModel,
  WheelOptions,
  WheelPlaces,
  WheelResult,
  WheelSegment,
} from '../engine/schema/wheel.ts';
import type { FunnelSession } from '../engine/session.ts';
import { WheelSession } from '../engine/wheel-session.ts';
import { IdPages } from './id-pages.ts';

/** A funnel of the catalogue by its id, or a definition, and whose people of it. */
export interface FunnelSelection {
  funnel: string | FunnelDefinition;
  options: RunOptions;
  segment: FunnelSegment;
}

/** A wheel, and whose people of it. */
export interface WheelSelection {
  model: WheelModel;
  options: WheelOptions;
  segment: WheelSegment;
}

/** The questions behind `<lifecycle-wheel>`. */
export interface WheelQuestions {
  wheel: { takes: [model: WheelModel, options: WheelOptions]; answers: WheelResult };
  wheelPeople: {
    takes: [model: WheelModel, options: WheelOptions, segment: WheelSegment, query: PeopleQuery];
    answers: PeoplePage;
  };
  /** Ids of a segment; with `offset` and `limit` a part of them. Numbers alone come as a transferred Float64Array. */
  wheelIds: {
    takes: [model: WheelModel, options: WheelOptions, segment: WheelSegment, query: PeopleQuery];
    answers: SubjectId[] | Float64Array;
  };
  wheelPerson: {
    takes: [model: WheelModel, options: WheelOptions, id: SubjectId];
    answers: PersonPlace;
  };
  /** Where on the wheel the people of a part of a funnel are. */
  wheelPlaces: {
    takes: [model: WheelModel, options: WheelOptions, of: FunnelSelection];
    answers: WheelPlaces;
  };
  /** Where on a funnel the people of a part of a wheel are. */
  funnelPlaces: {
    takes: [funnel: string | FunnelDefinition, options: RunOptions, of: WheelSelection];
    answers: FunnelPlaces;
  };
}

/** One of them with its arguments. */
export type WheelQuestion = {
  [M in keyof WheelQuestions]: { method: M; args: WheelQuestions[M]['takes'] };
}[keyof WheelQuestions];

const METHODS: ReadonlySet<string> = new Set<WheelQuestion['method']>([
  'wheel',
  'wheelPeople',
  'wheelIds',
  'wheelPerson',
  'wheelPlaces',
  'funnelPlaces',
]);

/** Whether a question is one of the wheels'. */
export function isWheelQuestion(question: { method: string }): question is WheelQuestion {
  return METHODS.has(question.method);
}

/** Answers the wheels' questions about one dataset, keeping the latest runs. */
export class WheelDesk {
  readonly #wheels: WheelSession;
  readonly #funnels: FunnelSession;
  readonly #ids = new IdPages();

  /** @param funnels the same dataset's funnels, for what is asked of both */
  constructor(store: Store, funnels: FunnelSession) {
    this.#wheels = new WheelSession(store, wheelCatalog);
    this.#funnels = funnels;
  }

  /** @throws FunnelwheelError as the sessions do */
  answer(question: WheelQuestion): unknown {
    const wheels = this.#wheels;
    switch (question.method) {
      case 'wheel':
        return wheels.compute(...question.args);
      case 'wheelPeople':
        return wheels.people(...question.args);
      case 'wheelIds':
        return this.#pageOfIds(...question.args);
      case 'wheelPerson':
        return wheels.person(...question.args);
      case 'wheelPlaces':
        return this.#wheelPlaces(...question.args);
      case 'funnelPlaces':
        return this.#funnelPlaces(...question.args);
    }
  }

  #pageOfIds(...[model, options, segment, query]: WheelQuestions['wheelIds']['takes']) {
    const list = (rest: PeopleQuery) => this.#wheels.ids(model, options, segment, rest);
    return this.#ids.page([model, options, segment], query, list);
  }

  #wheelPlaces(...[model, options, of]: WheelQuestions['wheelPlaces']['takes']): WheelPlaces {
    const ids = this.#funnels.ids(toDefinition(of.funnel), of.options, of.segment, { as: 'client' });
    return this.#wheels.places(model, options, new Set(ids));
  }

  #funnelPlaces(...[funnel, options, of]: WheelQuestions['funnelPlaces']['takes']): FunnelPlaces {
    const ids = this.#wheels.ids(of.model, of.options, of.segment);
    return computeFunnelPlaces(this.#funnels, toDefinition(funnel), options, ids);
  }
}

function toDefinition(funnel: string | FunnelDefinition): FunnelDefinition {
  return typeof funnel === 'string' ? getFunnel(funnel) : funnel;
}
