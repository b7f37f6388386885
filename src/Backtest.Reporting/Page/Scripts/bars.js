// Bars by label, and points.
report.blocks.bars = (block) => {
  const labels = report.values(block.labels).map((label) => report.format.plain(label ?? 'none'));
  const isSingle = block.series.length === 1;
  const height = block.isHorizontal ? Math.max(120, 44 + labels.length * 26 * (isSingle ? 1 : 1.4)) : 240;
  return report.chart({
    label: block.title, height,
    table: () => [{ id: 'label', label: 'Of', values: labels, format: 'text' },
      ...block.series.flatMap((series) => [{ id: series.name, label: series.name, values: report.values(series.values), format: block.format },
        ...(series.low ? [{ id: `${series.name} from`, label: '5%', values: report.values(series.low), format: block.format },
          { id: `${series.name} to`, label: '95%', values: report.values(series.high), format: block.format }] : [])])],
    option: (colours, width) => {
      const category = { type: 'category', data: labels, inverse: block.isHorizontal, axisLine: { lineStyle: { color: colours.line } },
        axisTick: { show: false }, axisLabel: { color: colours.quiet, hideOverlap: true,
        ...(block.isHorizontal ? { width: Math.min(260, Math.max(110, width * 0.36)), overflow: 'truncate' } : {}) } };
      const value = { type: 'value', ...report.axis(colours, block.format) };
      return {
        grid: { left: 8, right: 16, top: isSingle ? 10 : 30, bottom: 4, containLabel: true },
        ...(isSingle ? { legend: { show: false } } : {}),
        tooltip: { ...report.baseOption(colours).tooltip, trigger: 'axis', axisPointer: { type: 'shadow' },
          valueFormatter: (number) => report.format(number, block.format) },
        xAxis: block.isHorizontal ? value : category, yAxis: block.isHorizontal ? category : value,
        series: block.series.flatMap((series, i) => [{
          name: report.format.plain(series.name), type: 'bar',
            itemStyle: { color: series.isReference ? colours.strong : colours.series[i % colours.series.length] }, barMaxWidth: 34,
            barCategoryGap: labels.length > 40 ? '8%' : '25%',
          data: Array.from(report.values(series.values),
            (number) => ({ value: Number.isNaN(number) ? null : number, itemStyle: isSingle ? { color: number < 0 ? colours.loss : colours.gain }
            : { color: series.isReference ? colours.strong : colours.series[i % colours.series.length] } })),
        }, ...(series.low ? [report.whiskers(series, block.isHorizontal, colours)] : [])]),
      };
    },
  });
};

// The interval around each bar, where there is one.
report.whiskers = (series, isHorizontal, colours) => {
  const low = report.values(series.low);
  const high = report.values(series.high);
  return {
    type: 'custom', name: `${report.format.plain(series.name)}, 5% to 95%`, z: 5, tooltip: { show: false },
    encode: isHorizontal ? { x: [1, 2], y: 0 } : { x: 0, y: [1, 2] },
    data: Array.from(low, (value, i) => [i, value, high[i]]).filter(([, from, to]) => !Number.isNaN(from) && !Number.isNaN(to)),
    renderItem: (_, api) => {
      const [from, to] = [1, 2].map((end) => api.coord(isHorizontal ? [api.value(end), api.value(0)] : [api.value(0), api.value(end)]));
      const cap = isHorizontal ? [0, 5] : [5, 0];
      const line = (x1, y1, x2, y2) => ({ type: 'line', shape: { x1, y1, x2, y2 }, style: { stroke: colours.text, lineWidth: 1.4 } });
      return { type: 'group', children: [line(...from, ...to), ...[from, to].map(([x, y]) => line(x - cap[0], y - cap[1], x + cap[0], y + cap[1]))] };
    },
  };
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
