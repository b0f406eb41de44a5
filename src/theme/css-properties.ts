import { nothing } from 'lit';
import {
  Directive,
  directive,
  type DirectiveResult,
  type ElementPart,
  PartType,
  type PartInfo,
} from 'lit/directive.js';

/** CSS properties by name, custom ones too; what is undefined, or not named any more, is removed. */
export type CssProperties = Readonly<Record<string, string | number | undefined>>;

class CssPropertiesDirective extends Directive {
  #set = new Map<string, string>();

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT)
      throw new Error('cssProperties() belongs in an element, not in an attribute');
  }

  render(_properties: CssProperties): typeof nothing {
    return nothing;
  }

  override update(part: ElementPart, [properties]: [CssProperties]): typeof nothing {
    const { style } = part.element as HTMLElement;
    for (const [name, value] of Object.entries(properties)) {
      const text = value === undefined ? '' : String(value);
      if ((this.#set.get(name) ?? '') === text) continue;
      this.#set.set(name, text);
      style.setProperty(name, text);
    }
    for (const name of this.#set.keys()) {
      if (name in properties) continue;
      this.#set.delete(name);
      style.removeProperty(name);
    }
    return nothing;
  }
}

/**
 * Sets custom properties through the CSSOM. `styleMap` and a `style` attribute are refused by pages whose
 * Content-Security-Policy has no `unsafe-inline`.
 */
// The type is written out: the inferred one would name `lit-html`, on which the package does not depend.
export const cssProperties: (properties: CssProperties) => DirectiveResult =
  directive(CssPropertiesDirective);
