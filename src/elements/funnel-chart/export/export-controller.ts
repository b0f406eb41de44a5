import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { saveFile } from '../../../controllers/save-file.ts';
import { loadPart } from '../../../data/load-part.ts';
import { FunnelwheelError } from '../../../engine/error.ts';
import { ChartExportEvent, type ExportFormat } from '../../../events/chart-export-event.ts';
import type { ChartLocalization } from '../../../i18n/chart-localization.ts';
import type { ChartMessages } from '../../../i18n/chart-messages.ts';
import type { HeadTool } from '../render-head.ts';
import { ToolMenu } from '../tool-menu.ts';
import type { ExportContext, PictureOptions } from './export-context.ts';
import type * as ExportPart from './export-part.ts';

const FORMATS: readonly ExportFormat[] = ['png', 'svg', 'csv', 'copy', 'print'];

/** What the export needs of its chart. */
export interface ExportHost {
  /** The chart as it is shown; undefined while there are no figures. */
  read: () => ExportContext | undefined;
  words: () => ChartMessages;
  announce: (text: string) => void;
}

/**
 * Takes the chart away: as a picture, as figures, onto the clipboard, on paper. What does it comes with the first time
 * that the menu is opened; every chart has this much of it.
 */
export class ExportController implements ReactiveController {
  readonly #element: ReactiveControllerHost & HTMLElement;
  readonly #host: ExportHost;
  readonly #menu: ToolMenu;
  #part: typeof ExportPart | undefined;
  #outcome: ExportPart.ExportOutcome | undefined;

  constructor(element: ReactiveControllerHost & HTMLElement, host: ExportHost) {
    this.#element = element;
    this.#host = host;
    element.addController(this);
    this.#menu = new ToolMenu(element, {
      part: 'export-button',
      toText: () => host.words().export,
      toItems: () => this.#listItems(),
      handlePick: (id) => this.#pick(id as ExportFormat),
    });
  }

  hostDisconnected(): void {
    this.#outcome = undefined;
  }

  /** The button of the head. */
  readonly tool: HeadTool = { control: 'export', render: () => this.#menu.render() };

  /** How the last export went, under the head. */
  render({ messages, ...localization }: ChartLocalization): unknown {
    if (!this.#outcome) return nothing;
    if (this.#part)
      return this.#part.renderOutcome(
        this.#outcome,
        { messages, ...localization },
        {
          handlePick: (format) => this.#pick(format),
          handleDismiss: this.#dismiss,
        },
      );
    return html`<div class="banner error" part="banner" role="alert">${messages.errors.network}</div>`;
  }

  /** The chart as a file. @throws FunnelwheelError `not-configured` while there are no figures */
  async createFile(format: ExportFormat, options?: PictureOptions): Promise<File> {
    const context = this.#read();
    const part = await this.#load();
    return part.createFile(this.#element, context, format, options);
  }

  /** Saves, copies or prints, without asking the page. Fails as {@link createFile} does. */
  async run(format: ExportFormat): Promise<string | undefined> {
    if (format === 'print') {
      print();
      return undefined;
    }
    if (format === 'copy') {
      // At once where it can be: a browser lets nobody write the clipboard long after the user's act.
      const part = this.#part ?? (await this.#load());
      await part.copyFigures(this.#element, this.#read());
      return undefined;
    }
    const file = await this.createFile(format);
    saveFile(file);
    return file.name;
  }

  /** While the menu is read, what does it all is fetched. */
  #listItems(): { id: string; text: string }[] {
    this.#load().catch(() => undefined);
    const { exports } = this.#host.words();
    return FORMATS.map((id) => ({ id, text: exports[id] }));
  }

  #pick(format: ExportFormat): void {
    const funnel = this.#host.read()?.result.funnel?.id;
    const detail = funnel === undefined ? { format } : { format, funnel };
    const event = new ChartExportEvent(detail, () => this.createFile(format));
    if (!this.#element.dispatchEvent(event)) return;
    this.run(format).then(
      (file) => this.#tell(file === undefined ? { format } : { format, file }),
      (error: unknown) => this.#tell({ format, failed: toFailure(error) }),
    );
  }

  #tell(outcome: ExportPart.ExportOutcome): void {
    this.#outcome = outcome;
    const context = this.#host.read();
    if (this.#part && context) this.#host.announce(this.#part.toOutcomeText(outcome, context.localization));
    this.#element.requestUpdate();
  }

  readonly #dismiss = (): void => {
    this.#outcome = undefined;
    this.#element.requestUpdate();
    this.#element.shadowRoot?.querySelector<HTMLElement>('[part="export-button"]')?.focus();
  };

  #read(): ExportContext {
    const context = this.#host.read();
    if (!context) throw new FunnelwheelError('not-configured', 'there are no figures to export yet');
    return context;
  }

  async #load(): Promise<typeof ExportPart> {
    this.#part ??= await loadPart(() => import('./export-part.ts'));
    return this.#part;
  }
}

function toFailure(error: unknown): 'refused' | 'failed' {
  return error instanceof FunnelwheelError && error.code === 'unsupported' ? 'refused' : 'failed';
}
