// The chart libraries of the bench are in a package file of their own, and need not be installed for the types to be
// checked: what is used of them.
declare module 'echarts' {
  interface Chart {
    setOption(option: object): void;
    dispose(): void;
  }
  export function init(element: HTMLElement, theme: null, options: object): Chart;
}
declare module 'chart.js/auto' {
  export default class Chart {
    constructor(canvas: HTMLCanvasElement, config: object);
    data: object;
    update(mode: 'none'): void;
    destroy(): void;
  }
}
declare module 'apexcharts' {
  export default class ApexCharts {
    constructor(element: HTMLElement, options: object);
    render(): Promise<void>;
    updateSeries(series: object[], animate: boolean): Promise<void>;
    destroy(): void;
  }
}
declare module 'd3-funnel' {
  export default class D3Funnel {
    constructor(element: HTMLElement);
    draw(data: object[], options: object): void;
    destroy(): void;
  }
}
