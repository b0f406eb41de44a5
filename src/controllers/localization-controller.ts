import { getLocalization, type Localization } from '../i18n/index.ts';
import { LocaleController, type LocalizedHost } from './locale-controller.ts';

/** The {@link LocaleController} with every text of the package. */
export class LocalizationController extends LocaleController<Localization> {
  constructor(host: LocalizedHost) {
    super(host, getLocalization);
  }
}
