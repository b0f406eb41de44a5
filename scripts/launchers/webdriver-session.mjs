// A WebDriver session over `fetch`: the few commands the tests need (https://www.w3.org/TR/webdriver2/).

/** @typedef {{id: string, type: 'key' | 'pointer', actions: object[]}} InputSource */

export class WebDriverSession {
  #address;

  /** @param {string} address of the session, as `http://127.0.0.1:4444/session/ID` */
  constructor(address) {
    this.#address = address;
  }

  /** Starts a browser by a driver that listens at `driver`. */
  static async start(driver, capabilities) {
    const { sessionId } = await ask('POST', `${driver}/session`, { capabilities });
    return new WebDriverSession(`${driver}/session/${sessionId}`);
  }

  goTo(url) {
    return this.#post('url', { url });
  }

  url() {
    return ask('GET', `${this.#address}/url`);
  }

  /** Runs the body of a function in the page; answers what it returns. */
  evaluate(script, ...args) {
    return this.#post('execute/sync', { script, args });
  }

  setWindowSize(size) {
    return this.#post('window/rect', size);
  }

  /** @param {InputSource} source */
  perform(source) {
    return this.#post('actions', { actions: [source] });
  }

  end() {
    return ask('DELETE', this.#address);
  }

  #post(command, body) {
    return ask('POST', `${this.#address}/${command}`, body);
  }
}

async function ask(method, address, body) {
  const response = await fetch(address, { method, body: body && JSON.stringify(body) });
  const { value } = await response.json();
  if (response.ok) return value;
  throw new Error(`WebDriver: ${method} ${new URL(address).pathname}: ${value.error}: ${value.message}`);
}
