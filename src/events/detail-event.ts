/**
 * The base of every event of the package: bubbles, crosses shadow roots, and carries frozen plain data as
 * `detail`. Subclasses repeat the fields as getters, so that `event.count` and `event.detail.count` agree.
 */
export class DetailEvent<Detail extends object> extends Event {
  readonly detail: Readonly<Detail>;

  constructor(type: string, detail: Detail, options: { cancelable?: boolean } = {}) {
    super(type, { bubbles: true, composed: true, cancelable: options.cancelable ?? false });
    this.detail = Object.freeze({ ...detail });
  }
}
