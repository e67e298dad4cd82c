import { BarChart as Bars } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import { type EChartsType, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { readPageToken } from '../../design/antd-theme.ts'
import styles from './balance.module.css'
import { type ChartBar, lyingBars, standingBars } from './bar-options.ts'

use([Bars, GridComponent, SVGRenderer])

interface BarChartProps {
  readonly bars: readonly ChartBar[]
  readonly type: 'lying' | 'standing'
  readonly unit: string
  /** What the picture shows; its numbers stand in the table beside it. */
  readonly label: string
}

/** A picture of numbers, in the colours and type of the page as they are now. A chunk of its own: it is large. */
export function BarChart({ bars, type, unit, label }: BarChartProps) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = place.current
    if (!element) return
    const chart: EChartsType = init(element, null, { renderer: 'svg' })
    const draw = () =>
      chart.setOption(type === 'lying' ? lyingBars(bars, readPageToken, { unit }) : standingBars(bars, readPageToken), {
        notMerge: true,
      })
    draw()
    const resized = new ResizeObserver(() => chart.resize())
    resized.observe(element)
    const dressed = new MutationObserver(() => {
      draw()
      chart.resize()
    })
    dressed.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'data-text'] })
    return () => {
      resized.disconnect()
      dressed.disconnect()
      chart.dispose()
    }
  }, [bars, type, unit])
  const height = type === 'lying' ? `${Math.max(4, bars.length * 1.75)}rem` : '14rem'
  return <div ref={place} role="img" aria-label={label} className={styles.chart} data-type={type} style={{ height }} />
}
