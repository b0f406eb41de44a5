import { noChange } from 'lit';
import { directive, Directive, type ElementPart } from 'lit/directive.js';

class CustomProperty extends Directive {
  #value: string | undefined;

  override render(_name: `--${string}`, _value: string): unknown {
    return noChange;
  }

  override update(part: ElementPart, [name, value]: [`--${string}`, string]): unknown {
    if (value !== this.#value) (part.element as HTMLElement).style.setProperty(name, value);
    this.#value = value;
    return noChange;
  }
}

/**
 * Sets a custom property of the element it stands on: `<i ${customProperty('--share', '0.4')}>`. Through the
 * element's `style` object, as a strict Content-Security-Policy blocks `style` attributes.
 */
export const customProperty = directive(CustomProperty);
