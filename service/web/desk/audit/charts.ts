import { BarChart, LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use, type EChartsCoreOption, type EChartsType } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, AriaComponent, CanvasRenderer])

// Patterns besides colours, and tips drawn on the canvas: as HTML they would bring inline styles.
const SHARED: EChartsCoreOption = {
  aria: { enabled: true, decal: { show: true } },
  tooltip: { trigger: 'axis', renderMode: 'richText' },
  grid: { left: 56, right: 16, top: 40, bottom: 30 },
  animation: false,
  textStyle: { fontFamily: 'inherit' },
}

export interface Chart {
  show: (option: EChartsCoreOption) => void
  close: () => void
}

export function chartIn(element: HTMLElement): Chart {
  const chart: EChartsType = init(element)
  const observer = new ResizeObserver(() => chart.resize())
  observer.observe(element)
  return {
    show: (option) => chart.setOption({ ...SHARED, ...option }, true),
    close: () => {
      observer.disconnect()
      chart.dispose()
    },
  }
}
