import { svg, type SVGTemplateResult } from 'lit';

/** A funnel, for filters. */
export const filterIcon: SVGTemplateResult = svg`<path d="M3 4h14l-5.5 6.5V16l-3 1v-6.5z" />`;

/** A cross. */
export const closeIcon: SVGTemplateResult = svg`<path d="M5 5l10 10M15 5L5 15" />`;

/** A keyboard. */
export const keyboardIcon: SVGTemplateResult = svg`<path d="M2.5 5.5h15v9h-15zM5.5 8.5h.01M8.5 8.5h.01M11.5 8.5h.01M14.5 8.5h.01M6.5 11.5h7" />`;

/** Lines of a list. */
export const listIcon: SVGTemplateResult = svg`<path d="M7 5h10M7 10h10M7 15h10M3 5h.01M3 10h.01M3 15h.01" />`;
