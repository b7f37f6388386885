// Charts: created when they come into view, in the colours of the page, each with its data as a table.
report.charts = [];

report.library = () => {
  report.loading ??= report.unpack('library').then((bytes) => {
    const script = document.createElement('script');
    script.textContent = new TextDecoder().decode(bytes);
    document.head.append(script);
    if (!window.echarts) throw new Error('The chart library did not start.');
  });
  return report.loading;
};

report.colours = () => {
  const style = getComputedStyle(document.documentElement);
  const of = (name) => style.getPropertyValue(`--${name}`).trim();
  const isDark = of('page').toLowerCase() === '#0e1117';
  return {
    isDark, text: of('text'), quiet: of('quiet'), line: of('line'), strong: of('strong-line'), page: of('page'), raised: of('raised'),
    gain: of('gain'), loss: of('loss'), accent: of('accent'),
    // Okabe and Ito's colours, which people with any colour vision can distinguish, lighter on dark backgrounds.
    series: isDark
      ? ['#5eb1f2', '#e8a33d', '#3ecfa0', '#d98fc0', '#f3855a', '#b9a5ff', '#f0e442', '#9aa5b8']
      : ['#0072b2', '#c77700', '#00866a', '#b35a92', '#d55e00', '#6a51c8', '#8c8200', '#6b7280'],
  };
};

// Each regime has the same colour everywhere; common names such as bull have the colour of their meaning.
report.regimeColour = (name, order, colours) => {
  const known = { unknown: colours.strong, bear: colours.series[4], trend_down: colours.series[4], neutral: colours.series[7],
    range: colours.series[7], bull: colours.series[0], trend_up: colours.series[0] };
  return known[name] ?? colours.series[[2, 1, 3, 5, 6][Math.max(0, order) % 5]];
};

report.axis = (colours, format) => ({
  axisLine: { show: false }, axisTick: { show: false }, splitLine: { lineStyle: { color: colours.line } },
  axisLabel: { color: colours.quiet, formatter: (value) => report.format.short(value, format), hideOverlap: true },
});

report.timeAxis = (colours) => ({
  type: 'time', axisLine: { lineStyle: { color: colours.line } }, axisTick: { show: false }, splitLine: { show: false },
  axisLabel: { color: colours.quiet, hideOverlap: true }, axisPointer: { label: { formatter: ({ value }) => report.format(value, 'time') } },
});

report.baseOption = (colours) => ({
  animation: false, useUTC: true, color: colours.series, textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: colours.text },
  // The icon is as tall as the text and drawn in its middle alone: where a legend scrolls, what is above the icon is cut off.
  legend: { top: 0, left: 0, icon: 'path://M0 0L0 0M0 5L14 5L14 9L0 9ZM0 14L0 14', itemWidth: 14, itemHeight: 14, type: 'scroll', textStyle: { color: colours.quiet },
    pageIconColor: colours.quiet, pageTextStyle: { color: colours.quiet }, formatter: report.format.plain },
  // Rich text is drawn, not inserted: a name cannot become markup.
  tooltip: { renderMode: 'richText', confine: true, backgroundColor: colours.raised, borderColor: colours.strong,
    textStyle: { color: colours.text, fontSize: 12 }, axisPointer: { lineStyle: { color: colours.strong }, crossStyle: { color: colours.strong },
    label: { backgroundColor: colours.strong, color: colours.text } } },
});

// label: the text for screen readers; option(colours, width): the chart; table(): the same data as columns.
report.chart = ({ label, height, option, table, ready, tools = [] }) => {
  const box = report.element('div', { class: 'chart', role: 'img', 'aria-label': label, style: null });
  box.style.height = `${height}px`;
  const behind = report.element('div', { class: 'hidden' });
  const toggle = report.button('Table', () => {
    const isShown = toggle.getAttribute('aria-pressed') !== 'true';
    toggle.setAttribute('aria-pressed', String(isShown));
    if (isShown && !behind.hasChildNodes()) behind.append(report.table({ id: label, label, columns: table() }));
    behind.classList.toggle('hidden', !isShown);
  }, { 'aria-pressed': 'false', 'aria-label': `Table: ${label}` });
  const chart = { box, instance: null };
  chart.draw = () => {
    if (!window.echarts || box.clientWidth === 0) return;
    const colours = report.colours();
    const isNew = !chart.instance;
    chart.instance ??= echarts.init(box);
    report.seen.unobserve(box);
    chart.instance.setOption({ ...report.baseOption(colours), ...option(colours, box.clientWidth) }, { notMerge: true });
    if (ready) ready(chart.instance, isNew);
  };
  report.charts.push(chart);
  report.seen.observe(box);
  report.sized.observe(box);
  return report.element('figure', {}, report.element('div', { class: tools.length ? 'tools' : 'tools corner' }, ...tools,
    tools.length ? report.element('span', { class: 'fill' }) : null, toggle), box, behind);
};

report.chartOf = (box) => report.charts.find((chart) => chart.box === box);

report.seen = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (isIntersecting) report.library().then(() => report.chartOf(target).draw());
  }
}, { rootMargin: '400px' });

report.sized = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    const { instance } = report.chartOf(target);
    if (instance && target.clientWidth > 0 && instance.getWidth() !== target.clientWidth) instance.resize();
  }
});

report.redraw = () => report.charts.filter((chart) => chart.instance).forEach((chart) => chart.draw());

// Print in the colours for paper, and include charts that were never scrolled into view.
report.drawAll = () => {
  document.querySelectorAll('details').forEach((details) => { details.open = true; });
  report.charts.forEach((chart) => {
    chart.draw();
    chart.instance?.resize();
  });
};
addEventListener('beforeprint', report.drawAll);
addEventListener('afterprint', () => report.redraw());
