/** A value of a template's variable; undefined ones are left out. */
export type TemplateValue = string | number | boolean | undefined;

interface Operator {
  first: string;
  separator: string;
  named: boolean;
  /** Reserved characters stay as they are. */
  reserved: boolean;
}

const OPERATORS: Readonly<Record<string, Operator>> = {
  '': { first: '', separator: ',', named: false, reserved: false },
  '+': { first: '', separator: ',', named: false, reserved: true },
  '#': { first: '#', separator: ',', named: false, reserved: true },
  '.': { first: '.', separator: '.', named: false, reserved: false },
  '/': { first: '/', separator: '/', named: false, reserved: false },
  '?': { first: '?', separator: '&', named: true, reserved: false },
  '&': { first: '&', separator: '&', named: true, reserved: false },
};

/**
 * Expands a URI template (RFC 6570, levels 1 to 3 without `;`): `{step}`, `{?q,cursor}`, `{&sort}`, `{/step}`,
 * `{+path}`. Variables that are not given are left out.
 */
export function expandUriTemplate(template: string, values: Readonly<Record<string, TemplateValue>>): string {
  return template.replace(/\{([+#./?&]?)([^{}]+)\}/g, (_, sign: string, names: string) => {
    const operator = OPERATORS[sign];
    return operator === undefined ? '' : expandExpression(operator, names.split(','), values);
  });
}

/** Whether a template asks for a variable. */
export function hasTemplateVariable(template: string, name: string): boolean {
  return [...template.matchAll(/\{[+#./?&]?([^{}]+)\}/g)].some(([, names = '']) =>
    names.split(',').some((written) => written.trim().replace(/\*$/, '') === name),
  );
}

function expandExpression(
  operator: Operator,
  names: string[],
  values: Readonly<Record<string, TemplateValue>>,
): string {
  const parts: string[] = [];
  for (const written of names) {
    const name = written.trim().replace(/\*$/, '');
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) continue;
    const text = operator.reserved ? encodeReserved(String(value)) : encodeStrictly(String(value));
    parts.push(operator.named ? `${name}=${text}` : text);
  }
  return parts.length === 0 ? '' : operator.first + parts.join(operator.separator);
}

/** Percent-encodes all but the unreserved characters; `encodeURIComponent` leaves five more. */
function encodeStrictly(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function encodeReserved(text: string): string {
  return encodeURI(text).replace(/%5B/g, '[').replace(/%5D/g, ']');
}
