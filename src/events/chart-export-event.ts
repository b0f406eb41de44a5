import { DetailEvent } from './detail-event.ts';

/** What a chart can be taken away as. */
export type ExportFormat = 'svg' | 'png' | 'csv' | 'copy' | 'print';

/** What {@link ChartExportEvent} carries. */
export interface ChartExportDetail {
  format: ExportFormat;
  /** Id of the funnel, where it has one. */
  funnel?: string;
}

/**
 * `chart-export`: the user asked for the chart as a picture or figures, to copy them, or to print. Cancelable:
 * `preventDefault()` leaves it to the host, which gets the file by {@link toFile}; or refuses it.
 */
export class ChartExportEvent extends DetailEvent<ChartExportDetail> {
  static readonly eventName = 'chart-export';
  readonly #toFile: () => Promise<File>;

  /** `toFile` makes the file only when it is asked for. */
  constructor(detail: ChartExportDetail, toFile: () => Promise<File>) {
    super(ChartExportEvent.eventName, detail, { cancelable: true });
    this.#toFile = toFile;
  }

  get format(): ExportFormat {
    return this.detail.format;
  }
  get funnel(): string | undefined {
    return this.detail.funnel;
  }

  /**
   * What would be saved, with its name and type: a picture, a CSV file; of `copy` the table as text between tabs, of
   * `print` the picture as SVG.
   * @throws FunnelwheelError `unsupported` where the page's policy lets no PNG be made, `network` where the part of the package that does it does not come
   */
  toFile(): Promise<File> {
    return this.#toFile();
  }
}
