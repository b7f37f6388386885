// Lines over values that are not times: a parameter, a horizon.
report.blocks.curves = (block) => {
  const labels = report.values(block.labels);
  const curves = block.curves.map((curve) => ({ name: report.format.plain(curve.name), values: report.values(curve.values) }));
  return report.chart({
    label: block.title, height: 240,
    table: () => [{ id: 'of', label: block.of, values: labels, format: 'text' },
      ...curves.map(({ name, values }) => ({ id: name, label: name, values, format: block.format }))],
    option: (colours) => ({
      grid: { left: 8, right: 16, top: curves.length > 1 ? 30 : 12, bottom: 22, containLabel: true },
      ...(curves.length > 1 ? {} : { legend: { show: false } }),
      tooltip: { ...report.baseOption(colours).tooltip, trigger: 'axis', valueFormatter: (value) => report.format(value, block.format) },
      xAxis: { type: 'category', data: labels, boundaryGap: false, name: block.of, nameLocation: 'middle', nameGap: 26,
        nameTextStyle: { color: colours.quiet }, axisLine: { lineStyle: { color: colours.line } }, axisTick: { show: false },
        axisLabel: { color: colours.quiet, hideOverlap: true } },
      yAxis: { type: 'value', scale: true, ...report.axis(colours, block.format) },
      series: curves.map(({ name, values }, i) => {
        const isAll = curves.length > 1 && name === 'all';
        const colour = isAll ? colours.quiet : curves.length === 1 ? colours.series[0] : report.regimeColour(name, i, colours);
        return { name, type: 'line', symbolSize: 6, symbol: ['circle', 'diamond', 'triangle', 'rect'][i % 4],
          data: Array.from(values, (value) => Number.isNaN(value) ? null : value),
          lineStyle: { width: 1.8, type: isAll ? [5, 4] : 'solid' }, itemStyle: { color: colour } };
      }),
    }),
  });
};
