// Lines over time.
report.points = (line) => {
  const times = report.values(line.times);
  const values = report.values(line.values);
  return Array.from(times, (time, i) => [time, Number.isNaN(values[i]) ? null : values[i]]);
};

report.lineColumns = (lines, format) => {
  if (lines.length === 1) {
    return [{ id: 'time', label: 'Time', values: report.values(lines[0].times), format: 'time' },
      { id: 'value', label: lines[0].name, values: report.values(lines[0].values), format }];
  }
  const rows = lines.flatMap((line) => report.points(line).map(([time, value]) => [time, line.name, value ?? NaN]));
  rows.sort((a, b) => a[0] - b[0]);
  return [
    { id: 'time', label: 'Time', values: rows.map((row) => row[0]), format: 'time' },
    { id: 'line', label: 'Line', values: rows.map((row) => row[1]), format: 'text', isFilter: true },
    { id: 'value', label: 'Value', values: rows.map((row) => row[2]), format },
  ];
};

report.lineSeries = (line, index, colours) => ({
  name: report.format.plain(line.name), type: 'line', showSymbol: false, data: report.points(line),
  lineStyle: { width: index === 0 ? 1.8 : 1.2, type: line.isReference ? [5, 4] : 'solid' },
  itemStyle: { color: line.isReference ? colours.quiet : colours.series[index % colours.series.length] },
});

report.blocks.lines = (block) => report.chart({
  label: block.title, height: 240,
  table: () => report.lineColumns(block.lines, block.format),
  option: (colours) => ({
    grid: { left: 8, right: 12, top: block.lines.length > 1 ? 30 : 12, bottom: 4, containLabel: true },
    ...(block.lines.length > 1 ? {} : { legend: { show: false } }),
    tooltip: { ...report.baseOption(colours).tooltip, trigger: 'axis', valueFormatter: (value) => report.format(value, block.format) },
    xAxis: report.timeAxis(colours), yAxis: { type: 'value', scale: !block.isStacked, ...report.axis(colours, block.format) },
    dataZoom: [{ type: 'inside', zoomOnMouseWheel: 'ctrl', moveOnMouseMove: true, filterMode: 'none' }],
    series: block.lines.map((line,
      i) => ({ ...report.lineSeries(line, i, colours), ...(block.isStacked ? { stack: 'all', areaStyle: { opacity: 0.6 }, lineStyle: { width: 0 } }
      : {}) })),
  }),
});
