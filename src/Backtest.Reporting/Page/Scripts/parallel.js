// Trials as lines across an axis for each parameter; the colour is the figure, on the last axis as well.
report.blocks.parallel = (block) => {
  const { format } = report;
  const axes = block.axes.map((axis) => ({ ...axis, numbers: report.values(axis.values), names: axis.labels ? report.values(axis.labels) : null }));
  const figures = report.values(block.figure.values);
  return report.chart({
    label: block.title, height: 360,
    table: () => [...axes.map(({ name, numbers, names }) => ({ id: name, label: name,
      values: names ? Array.from(numbers, (place) => names[place]) : numbers, format: names ? 'text' : 'price' })),
    { id: 'figure', label: block.figure.label, values: figures, format: block.figure.format }],
    option: (colours) => {
      let [low, high] = [Infinity, -Infinity];
      figures.forEach((value) => { low = Math.min(low, value); high = Math.max(high, value); });
      const line = { axisLine: { lineStyle: { color: colours.strong } }, axisTick: { lineStyle: { color: colours.strong } },
        axisLabel: { color: colours.text }, nameTextStyle: { color: colours.text } };
      // The worst are drawn first, so that the best lie above them.
      const order = Array.from(figures.keys()).sort((a, b) => block.isLessBetter ? figures[b] - figures[a] : figures[a] - figures[b]);
      return {
        legend: { show: false }, tooltip: { show: false },
        parallel: { left: 50, right: 70, top: 40, bottom: 24, parallelAxisDefault: line },
        visualMap: { show: false, min: low, max: high > low ? high : low + 1, dimension: axes.length,
          inRange: { color: block.isLessBetter ? [...report.scaleColours].reverse() : report.scaleColours } },
        parallelAxis: [
          ...axes.map(({ name, names, isLog }, dim) => ({ dim, name: format.plain(name), ...line,
            ...(names ? { type: 'category', data: names } : { type: isLog ? 'log' : 'value', scale: true }) })),
          { dim: axes.length, name: block.figure.label, type: 'value', scale: true, inverse: block.isLessBetter, ...line,
            axisLabel: { color: colours.text, formatter: (value) => format.short(value, block.figure.format) } },
        ],
        series: [{ type: 'parallel', lineStyle: { width: 1.2, opacity: order.length > 500 ? 0.25 : 0.55 }, inactiveOpacity: 0.03, progressive: 0,
          data: order.map((trial) => [...axes.map(({ numbers }) => numbers[trial]), figures[trial]]) }],
      };
    },
  });
};
