import type { WheelLocalization } from '../../i18n/wheel-localization.ts';
import type { WheelScene } from '../../layout/wheel-scene.ts';
import type { WheelViewModel } from '../../layout/wheel-view.ts';

/** What every part of the wheel is drawn from. */
export interface WheelContext {
  localization: WheelLocalization;
  view: WheelViewModel;
  /** The picture; undefined where there is no room for one. */
  scene: WheelScene | undefined;
  /** Whether anything can be opened. */
  interactive: boolean;
}
