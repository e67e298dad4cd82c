import type { BarSeriesOption } from 'echarts/charts'
import type { GridComponentOption } from 'echarts/components'
import type { ComposeOption } from 'echarts/core'
import type { ReadToken } from '../../design/antd-theme.ts'

export interface ChartBar {
  readonly name: string
  /** Per cent, or a number of stories. */
  readonly value: number
  readonly target?: number | undefined
}

export type BarOption = ComposeOption<BarSeriesOption | GridComponentOption>

/** Bars lying in the order given, each before the outline of what is wanted; all of it in the page's colours. */
export function lyingBars(bars: readonly ChartBar[], read: ReadToken, words: { readonly unit: string }): BarOption {
  const size = Number.parseFloat(read('--text-size')) * 0.8125
  const text = { color: read('--ink-muted'), fontFamily: read('--font-ui'), fontSize: size }
  const targets = bars.map(({ target }) => target ?? null)
  return {
    animation: false,
    grid: { left: 4, right: size * 3.5, top: 0, bottom: 0, containLabel: true },
    xAxis: {
      type: 'value',
      min: 0,
      max: Math.max(10, ...bars.map(({ value, target }) => Math.max(value, target ?? 0))),
      axisLabel: { show: false },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: bars.map(({ name }) => name),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: read('--line-strong') } },
      axisLabel: { ...text, color: read('--ink'), interval: 0, width: size * 9, overflow: 'truncate' },
    },
    series: [
      {
        type: 'bar',
        silent: true,
        barWidth: '78%',
        barGap: '-100%',
        data: targets,
        itemStyle: { color: 'transparent', borderColor: read('--line-strong'), borderWidth: 1.5, borderType: 'dashed' },
      },
      {
        type: 'bar',
        silent: true,
        barWidth: '52%',
        barGap: '-100%',
        data: bars.map(({ value }) => value),
        itemStyle: { color: read('--accent') },
        label: { show: true, position: 'right', formatter: `{c}${words.unit}`, ...text },
        z: 3,
      },
    ],
  }
}

/** One standing bar a month. */
export function standingBars(bars: readonly ChartBar[], read: ReadToken): BarOption {
  const size = Number.parseFloat(read('--text-size')) * 0.8125
  const text = { color: read('--ink-muted'), fontFamily: read('--font-ui'), fontSize: size }
  return {
    animation: false,
    grid: { left: 4, right: 4, top: size * 1.8, bottom: 4, containLabel: true },
    xAxis: {
      type: 'category',
      data: bars.map(({ name }) => name),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: read('--line-strong') } },
      axisLabel: { ...text, hideOverlap: true },
    },
    yAxis: { type: 'value', minInterval: 1, axisLabel: { show: false }, splitLine: { show: false } },
    series: [
      {
        type: 'bar',
        silent: true,
        barMaxWidth: size * 2,
        data: bars.map(({ value }) => value),
        itemStyle: { color: read('--accent') },
        label: { show: true, position: 'top', ...text },
      },
    ],
  }
}
