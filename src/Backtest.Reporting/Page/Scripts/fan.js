// Bands of quantiles over time, with the median and the line of the run.
report.blocks.fan = (block) => {
  const labels = report.values(block.labels);
  const run = report.values(block.run);
  const quantiles = block.quantiles.map((column) => report.values(column));
  const names = ['5%', '25%', 'Median', '75%', '95%'];
  const cells = (values) => Array.from(values, (value) => Number.isNaN(value) ? null : value);
  return report.chart({
    label: block.title, height: 240,
    table: () => [{ id: 'step', label: block.of, values: labels, format: 'text' }, { id: 'run', label: 'Run', values: run, format: block.format },
      ...quantiles.map((values, i) => ({ id: names[i], label: names[i], values, format: block.format }))],
    option: (colours) => {
      // A band is the step from its lower quantile to its upper one, stacked on the lower.
      const band = (stack, lower, upper, opacity) => [
        { name: stack, type: 'line', stack, stackStrategy: 'all', data: cells(lower), symbol: 'none', silent: true, lineStyle: { width: 0 },
          itemStyle: { color: colours.series[0] }, tooltip: { show: false } },
        { name: stack, type: 'line', stack, stackStrategy: 'all', data: cells(upper.map((value, i) => value - lower[i])), symbol: 'none', silent: true,
          lineStyle: { width: 0 }, areaStyle: { opacity }, itemStyle: { color: colours.series[0] }, tooltip: { show: false } },
      ];
      const line = (name, values, style, color) =>
        ({ name, type: 'line', data: cells(values), symbol: 'none', lineStyle: style, itemStyle: { color } });
      return {
        grid: { left: 8, right: 16, top: 30, bottom: 22, containLabel: true },
        legend: { ...report.baseOption(colours).legend, data: ['Run', 'Median', '25% to 75%', '5% to 95%'] },
        tooltip: { ...report.baseOption(colours).tooltip, trigger: 'axis', formatter: ([{ dataIndex }]) => [labels[dataIndex],
          `Run  ${report.format(run[dataIndex], block.format)}`,
          ...names.map((name, i) => `${name}  ${report.format(quantiles[i][dataIndex], block.format)}`)].join('\n') },
        xAxis: { type: 'category', data: labels, boundaryGap: false, axisLine: { lineStyle: { color: colours.line } }, axisTick: { show: false },
          axisLabel: { color: colours.quiet, hideOverlap: true } },
        yAxis: { type: 'value', scale: true, ...report.axis(colours, block.format) },
        series: [...band('5% to 95%', quantiles[0], quantiles[4], 0.16), ...band('25% to 75%', quantiles[1], quantiles[3], 0.24),
          line('Median', quantiles[2], { width: 1.4, type: [5, 4] }, colours.series[0]), line('Run', run, { width: 1.8 }, colours.series[1])],
      };
    },
  });
};
