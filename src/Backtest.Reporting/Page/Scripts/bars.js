// Bars by label, and points.
report.blocks.bars = (block) => {
  const labels = report.values(block.labels).map((label) => report.format.plain(label ?? 'none'));
  const isSingle = block.series.length === 1;
  const height = block.isHorizontal ? Math.max(120, 44 + labels.length * 26 * (isSingle ? 1 : 1.4)) : 240;
  return report.chart({
    label: block.title, height,
    table: () => [{ id: 'label', label: 'Of', values: labels, format: 'text' },
      ...block.series.map((series) => ({ id: series.name, label: series.name, values: report.values(series.values), format: block.format }))],
    option: (colours) => {
      const category = { type: 'category', data: labels, inverse: block.isHorizontal, axisLine: { lineStyle: { color: colours.line } },
        axisTick: { show: false }, axisLabel: { color: colours.quiet, hideOverlap: true,
        ...(block.isHorizontal ? { width: 140, overflow: 'truncate' } : {}) } };
      const value = { type: 'value', ...report.axis(colours, block.format) };
      return {
        grid: { left: 8, right: 16, top: isSingle ? 10 : 30, bottom: 4, containLabel: true },
        ...(isSingle ? { legend: { show: false } } : {}),
        tooltip: { ...report.baseOption(colours).tooltip, trigger: 'axis', axisPointer: { type: 'shadow' },
          valueFormatter: (number) => report.format(number, block.format) },
        xAxis: block.isHorizontal ? value : category, yAxis: block.isHorizontal ? category : value,
        series: block.series.map((series, i) => ({
          name: report.format.plain(series.name), type: 'bar',
            itemStyle: { color: series.isReference ? colours.strong : colours.series[i % colours.series.length] }, barMaxWidth: 34,
            barCategoryGap: labels.length > 40 ? '8%' : '25%',
          data: Array.from(report.values(series.values),
            (number) => ({ value: Number.isNaN(number) ? null : number, itemStyle: isSingle ? { color: number < 0 ? colours.loss : colours.gain }
            : { color: series.isReference ? colours.strong : colours.series[i % colours.series.length] } })),
        })),
      };
    },
  });
};

report.blocks.scatter = (block) => {
  const xs = report.values(block.x.values);
  const ys = report.values(block.y.values);
  const groups = block.groups ? report.values(block.groups) : null;
  const names = block.names ? report.values(block.names) : null;
  const kinds = groups ? [...new Set(groups)] : [null];
  return report.chart({
    label: block.title, height: 300,
    table: () => [...(names ? [{ id: 'name', label: 'Of', values: names, format: 'text' }] : []),
      ...(groups ? [{ id: 'group', label: 'Group', values: groups, format: 'text', isFilter: true }] : []),
      { id: 'x', label: block.x.label, values: xs, format: block.x.format }, { id: 'y', label: block.y.label, values: ys, format: block.y.format }],
    option: (colours) => ({
      grid: { left: 30, right: 16, top: groups ? 30 : 12, bottom: 26, containLabel: true },
      tooltip: { ...report.baseOption(colours).tooltip, trigger: 'item',
        formatter: ({ data }) =>
        `${names ? `${report.format.plain(names[data[2]])}\n` : ''}${block.x.label}: ${report.format(data[0], block.x.format)}\n${block.y.label}: ${report.format(data[1], block.y.format)}` },
      xAxis: { type: 'value', scale: true, name: block.x.label, nameLocation: 'middle', nameGap: 26, nameTextStyle: { color: colours.quiet },
        ...report.axis(colours, block.x.format) },
      yAxis: { type: 'value', scale: true, name: block.y.label, nameLocation: 'middle', nameGap: 50, nameTextStyle: { color: colours.quiet },
        ...report.axis(colours, block.y.format) },
      dataZoom: [{ type: 'inside', zoomOnMouseWheel: 'ctrl', xAxisIndex: 0, filterMode: 'none' },
        { type: 'inside', zoomOnMouseWheel: 'ctrl', yAxisIndex: 0, filterMode: 'none' }],
      series: kinds.map((kind, k) => {
        const data = [];
        xs.forEach((x, i) => { if ((!groups || groups[i] === kind) && !Number.isNaN(x) && !Number.isNaN(ys[i])) data.push([x, ys[i], i]); });
        const colour = kind === 'gain' ? colours.gain : kind === 'loss' ? colours.loss : colours.series[k % colours.series.length];
        return { name: report.format.plain(kind ?? block.y.label), type: 'scatter', symbolSize: data.length > 3000 ? 3 : 6,
          symbol: ['circle', 'diamond', 'triangle', 'rect'][k % 4], itemStyle: { color: colour, opacity: 0.65 }, large: data.length > 5000, data };
      }),
    }),
  });
};
