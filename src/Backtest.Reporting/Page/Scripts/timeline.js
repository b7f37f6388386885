// Equity above, drawdown below, regimes on top: with a shared time axis, zoom and crosshair.
report.blocks.timeline = (block) => {
  const { format } = report;
  let isLog = false;
  let chart = null;
  const left = block.ribbons.length ? 84 : 62;
  const ribbonHeight = 12;
  const ribbonGap = 8;
  const top = 34;
  const equityTop = top + block.ribbons.length * (ribbonHeight + ribbonGap) + 8;
  const equityHeight = 330;
  const underTop = equityTop + equityHeight + 16;
  const underHeight = 110;
  const height = underTop + underHeight + 74;
  const regimes = [...new Set(block.ribbons.flatMap((ribbon) => report.values(ribbon.regimes)))];
  const order = new Map(regimes.map((name, i) => [name, i]));

  const spans = (ribbon) => {
    const from = report.values(ribbon.from);
    const names = report.values(ribbon.regimes);
    const until = Date.parse(ribbon.until);
    return Array.from(from, (start, i) => [start, i + 1 < from.length ? from[i + 1] : until, names[i]]);
  };
  const lists = block.ribbons.map(spans);
  const ribbonSeries = (ribbon, index, colours) => ({
    name: report.format.plain(ribbon.name), type: 'custom', xAxisIndex: index + 2, yAxisIndex: index + 2, clip: true, silent: false,
      tooltip: { show: true },
    encode: { x: [0, 1] }, data: lists[index].map(([start, end]) => [start, end]), animation: false,
    renderItem: (params, api) => {
      const regime = lists[index][params.dataIndex][2];
      const { x, y, width, height: tall } = params.coordSys;
      const from = Math.max(x, api.coord([api.value(0), 0])[0]);
      const to = Math.min(x + width, api.coord([api.value(1), 0])[0]);
      if (to <= from) return null;
      return { type: 'rect', shape: { x: from, y, width: Math.max(0.6, to - from), height: tall },
        style: { fill: report.regimeColour(regime, order.get(regime), colours) } };
    },
  });

  const regimeAt = (list, time) => {
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[middle][0] <= time) low = middle + 1; else high = middle;
    }
    return low ? list[low - 1][2] : null;
  };

  // The worst drawdowns, numbered as in their table.
  const drawdowns = (colours) => ({
    silent: true, itemStyle: { color: colours.loss, opacity: 0.1 }, label: { position: 'insideBottom', color: colours.quiet, fontSize: 10 },
    data: block.drawdowns.map(({ name, from, to }) => [{ name, xAxis: Date.parse(from) }, { xAxis: Date.parse(to) }]),
  });

  const option = (colours, width) => {
    const grids = [
      { left, right: 16, top: equityTop, height: equityHeight },
      { left, right: 16, top: underTop, height: underHeight },
      ...block.ribbons.map((_, i) => ({ left, right: 16, top: top + i * (ribbonHeight + ribbonGap), height: ribbonHeight })),
    ];
    const from = Math.min(...block.lines.map((line) => report.values(line.times)[0]));
    const hidden = { type: 'time', min: from, axisLine: { show: false }, axisTick: { show: false }, axisLabel: { show: false },
      splitLine: { show: false }, axisPointer: { label: { show: false } } };
    const time = { ...report.timeAxis(colours), min: from };
    return {
      title: block.ribbons.map((ribbon,
        i) => ({ text: report.format.plain(ribbon.name), left: 0, top: top + i * (ribbonHeight + ribbonGap) - 2,
        textStyle: { fontSize: 11, fontWeight: 400, color: colours.quiet, width: left - 8, overflow: 'truncate' }, padding: 0 })),
      grid: grids,
      legend: { ...report.baseOption(colours).legend, data: block.lines.map((line) => report.format.plain(line.name)) },
      axisPointer: { link: [{ xAxisIndex: 'all' }] },
      tooltip: {
        ...report.baseOption(colours).tooltip, trigger: 'axis',
        formatter: (points) => {
          const drawn = points.filter((point) => point.seriesType === 'line');
          const at = (drawn[0] ?? points[0]).axisValue;
          return [format(at, 'time'),
            ...drawn.map((point) => `${point.seriesName}: ${format(point.value[1], point.seriesName === 'Underwater' ? 'percent' : 'money')}`),
            ...block.ribbons.map((ribbon, i) => `${format.plain(ribbon.name)}: ${format.plain(regimeAt(lists[i], at) ?? '–')}`)].join('\n');
        },
      },
      xAxis: [{ ...time, gridIndex: 0, axisLabel: { show: false } }, { ...time, gridIndex: 1 },
        ...block.ribbons.map((_, i) => ({ ...hidden, gridIndex: i + 2 }))],
      yAxis: [
        { type: isLog ? 'log' : 'value', scale: true, gridIndex: 0, ...report.axis(colours, 'money') },
        { type: 'value', gridIndex: 1, max: 0, splitNumber: 2, ...report.axis(colours, 'percent') },
        ...block.ribbons.map((_, i) => ({ type: 'value', gridIndex: i + 2, show: false, min: 0, max: 1 })),
      ],
      dataZoom: [
        { type: 'inside', xAxisIndex: 'all', filterMode: 'none', zoomOnMouseWheel: 'ctrl', moveOnMouseMove: true },
        { type: 'slider', xAxisIndex: 'all', filterMode: 'none', height: 20, bottom: 8, borderColor: colours.line,
          fillerColor: colours.isDark ? 'rgb(94 177 242 / 12%)' : 'rgb(0 114 178 / 8%)', showDataShadow: false, brushSelect: false,
          textStyle: { color: colours.quiet }, labelFormatter: (value) => format(value, 'date') },
      ],
      series: [
        ...block.lines.map((line, i) => report.lineSeries(line, i, colours)),
        { ...report.lineSeries(block.underwater, 0, colours), name: 'Underwater', xAxisIndex: 1, yAxisIndex: 1, areaStyle: { opacity: 0.22 },
          itemStyle: { color: colours.loss }, lineStyle: { width: 1 }, markArea: drawdowns(colours) },
        ...block.ribbons.map((ribbon, i) => ribbonSeries(ribbon, i, colours)),
      ],
    };
  };
  const log = report.button('Log', () => {
    isLog = !isLog;
    log.setAttribute('aria-pressed', String(isLog));
    chart?.setOption({ yAxis: [{ type: isLog ? 'log' : 'value' }] });
  }, { 'aria-pressed': 'false', 'aria-label': 'Log scale' });
  const keys = report.element('span', { class: 'tools' }, ...regimes.map((name) => {
    const mark = report.element('span', { 'data-regime': name });
    mark.style.cssText = 'display:inline-block;width:.8rem;height:.8rem;border-radius:2px';
    report.swatches.push(() => { mark.style.backgroundColor = report.regimeColour(name, order.get(name), report.colours()); });
    return report.element('label', {}, mark, name);
  }));
  return report.chart({
    label: block.title ?? 'Equity, drawdown and regimes', height, option, tools: [log, keys],
    table: () => report.lineColumns([...block.lines, block.underwater], 'number'),
    ready: (instance) => { chart = instance; report.timelineChart = instance; },
  });
};
report.swatches = [];
