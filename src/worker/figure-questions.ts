import { getFunnel } from '../catalog/index.ts';
import { computeActivation } from '../engine/activation/compute-activation.ts';
import { computeChannels } from '../engine/channels/compute-channels.ts';
import type { Store } from '../engine/dataset/store.ts';
import { countExperiment } from '../engine/experiments/count-experiment.ts';
import type {
  ActivationOptions,
  ActivationResult,
  ChannelOptions,
  ChannelResult,
  ExperimentOptions,
  ExperimentResult,
} from '../engine/schema/index.ts';

/** The questions behind `<activation-rate>`, `<channel-report>` and `<experiment-readout>`. */
export interface FigureQuestions {
  activation: { takes: [options: ActivationOptions]; answers: ActivationResult };
  channels: { takes: [options: ChannelOptions]; answers: ChannelResult };
  /** A funnel of the catalogue may be named by its id. */
  experiment: { takes: [options: ExperimentOptions]; answers: ExperimentResult };
}

/** One of them with its arguments. */
export type FigureQuestion = {
  [M in keyof FigureQuestions]: { method: M; args: FigureQuestions[M]['takes'] };
}[keyof FigureQuestions];

const METHODS: ReadonlySet<string> = new Set<FigureQuestion['method']>([
  'activation',
  'channels',
  'experiment',
]);

/** Whether a question is one of the figures'. */
export function isFigureQuestion(question: { method: string }): question is FigureQuestion {
  return METHODS.has(question.method);
}

/** Answers it from a store. @throws FunnelwheelError as the engine's functions do. */
export function answerFigureQuestion(store: Store, question: FigureQuestion): unknown {
  switch (question.method) {
    case 'activation':
      return computeActivation(store, question.args[0]);
    case 'channels':
      return computeChannels(store, question.args[0]);
    case 'experiment':
      return countExperiment(store, question.args[0], getFunnel);
  }
}
