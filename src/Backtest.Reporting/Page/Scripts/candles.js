// The bars of a symbol. At any zoom, only as many candles are drawn as fit: adjacent bars are merged without loss.
report.blocks.candles = (block) => {
  const { format, values } = report;
  const most = 220;
  let symbol = null;
  let data = null;
  let view = [0, 0];
  let instance = null;
  let shown = null;
  let marked = null;
  let queued = false;
  let structure = '';
  const hidden = new Set();

  // Positions are counted in bars, so that a bucket of many is as wide as they are.
  const open = (next) => {
    symbol = next;
    if (!symbol.data) {
      const times = values(symbol.times);
      const counts = symbol.counts ? values(symbol.counts) : null;
      const starts = new Float64Array(times.length + 1);
      for (let i = 0; i < times.length; i++) starts[i + 1] = starts[i] + (counts ? counts[i] : 1);
      symbol.data = {
        times, starts, bars: starts[times.length], open: values(symbol.open), high: values(symbol.high), low: values(symbol.low),
          close: values(symbol.close),
        volume: symbol.volume ? values(symbol.volume) : null, lines: symbol.lines.map((line) => ({ ...line, cells: values(line.values) })),
        fills: { times: values(symbol.fills.times), prices: values(symbol.fills.prices), quantities: values(symbol.fills.quantities),
          names: values(symbol.fills.names) },
        levels: { from: values(symbol.levels.from), to: values(symbol.levels.to), prices: values(symbol.levels.prices),
          kinds: values(symbol.levels.kinds) },
      };
    }
    data = symbol.data;
    view = [Math.max(0, data.bars - Math.min(data.bars, 260)), data.bars];
  };

  const search = (list, wanted, length = list.length) => {
    let low = 0;
    let high = length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[middle] <= wanted) low = middle + 1; else high = middle;
    }
    return low - 1;
  };
  const bucketAtBar = (bar) => Math.max(0, Math.min(data.times.length - 1, search(data.starts, bar, data.times.length)));
  const bucketAtTime = (time) => Math.max(0, search(data.times, time));

  // Candles of about equally many bars each.
  const gather = () => {
    const first = bucketAtBar(view[0]);
    const last = bucketAtBar(Math.max(view[0], view[1] - 1e-9));
    const width = Math.max(1, (view[1] - view[0]) / most);
    const candles = [];
    const ends = [];
    for (let i = first; i <= last;) {
      const until = data.starts[i] + width - 1e-9;
      let high = data.high[i];
      let low = data.low[i];
      let volume = data.volume ? data.volume[i] : 0;
      let j = i + 1;
      for (; j <= last && data.starts[j] < until; j++) {
        if (data.high[j] > high) high = data.high[j];
        if (data.low[j] < low) low = data.low[j];
        if (data.volume) volume += data.volume[j];
      }
      candles.push({ time: data.times[i], open: data.open[i], close: data.close[j - 1], low, high, volume, bars: data.starts[j] - data.starts[i],
        first: i, last: j - 1 });
      ends.push(j - 1);
      i = j;
    }
    return { first, last, candles, ends };
  };
  const place = (bucket) => {
    let low = 0;
    let high = shown.candles.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (shown.candles[middle].last < bucket) low = middle + 1; else high = middle;
    }
    return Math.min(low, shown.candles.length - 1);
  };

  const fillMarks = (colours) => {
    const { times, prices, quantities, names } = data.fills;
    const from = data.times[shown.first];
    const to = shown.last + 1 < data.times.length ? data.times[shown.last + 1] : Infinity;
    const marks = new Map();
    for (let i = 0; i < times.length; i++) {
      if (times[i] < from || times[i] >= to) continue;
      const at = place(bucketAtTime(times[i]));
      const side = quantities[i] > 0 ? 'buy' : 'sell';
      const key = `${at}${side}`;
      const mark = marks.get(key) ?? { at, side, count: 0, quantity: 0, value: 0, names: new Set() };
      mark.count++;
      mark.quantity += Math.abs(quantities[i]);
      mark.value += Math.abs(quantities[i]) * prices[i];
      mark.names.add(names[i]);
      marks.set(key, mark);
    }
    const colour = { buy: colours.gain, sell: colours.loss };
    return ['buy', 'sell'].map((side) => ({
      name: side === 'buy' ? 'bought' : 'sold', type: 'scatter', symbol: 'triangle', symbolRotate: side === 'buy' ? 0 : 180, symbolSize: 11,
        symbolOffset: [0, side === 'buy' ? 9 : -9], z: 6,
      itemStyle: { color: colour[side], borderColor: colours.page, borderWidth: 1 }, tooltip: { trigger: 'item' },
      data: [...marks.values()].filter((mark) => mark.side === side).map((mark) => ({ value: [mark.at, mark.value / mark.quantity], mark })),
    }));
  };

  const segments = (from, to, list, limit) => {
    const result = [];
    for (let i = 0; i < list.length && result.length <= limit; i++) {
      const { start, end } = list[i];
      if (end < from || start > to) continue;
      result.push(list[i]);
    }
    return result.length > limit ? null : result;
  };
  const spanSeries = (name, list, colour, style) => ({
    name, type: 'lines', coordinateSystem: 'cartesian2d', silent: true, z: 5, lineStyle: { color: colour, width: 1.4, opacity: 0.9, ...style },
    data: list.map((span) =>
      ({ coords: [[place(bucketAtTime(span.start)), span.fromPrice], [place(bucketAtTime(span.end)), span.toPrice]], lineStyle: span.style })),
  });
  const spans = (colours) => {
    const from = data.times[shown.first];
    const to = data.times[shown.last];
    const levels = data.levelList ??= Array.from(data.levels.from,
      (start, i) => ({ start, end: data.levels.to[i], fromPrice: data.levels.prices[i], toPrice: data.levels.prices[i],
      kind: data.levels.kinds[i] }));
    const trades = report.tradesOf ? report.tradesOf(symbol.symbol) : [];
    const clip = (list) => list?.map((span) => ({ ...span, start: Math.max(span.start, from), end: Math.min(span.end, to) })) ?? [];
    const near = clip(segments(from, to, levels, 400));
    const joined = segments(from, to, trades, 300)?.filter((trade) => trade.start >= from && trade.end <= to) ?? [];
    return [
      spanSeries('stop', near.filter((level) => level.kind === 'stop'), colours.loss, { type: 'dashed', width: 1 }),
      spanSeries('target', near.filter((level) => level.kind === 'target'), colours.gain, { type: 'dashed', width: 1 }),
      spanSeries('trades',
        joined.map((trade) => ({ ...trade, style: { color: trade.profit > 0 ? colours.gain : colours.loss, width: marked && trade.id === marked ? 3
        : 1.4 } })), colours.text, {}),
    ];
  };

  // Each oscillator has its own scale and therefore its own pane; only a few are shown at first.
  const mostPanes = 3;
  const height = 760;
  const isShown = (line) => !hidden.has(`${line.strategy} ${line.name}`);
  const below = () => data.lines.filter((line) => !line.isOnPrices && isShown(line)).slice(0, mostPanes);
  const label = (line) => format.plain(`${line.name} · ${line.strategy}`);
  const option = (colours) => {
    shown = gather();
    const { candles } = shown;
    const panes = below();
    const categories = candles.map((candle) => format(candle.time, 'time'));
    const tall = panes.length > 1 ? 64 : 96;
    // Prices get the height left by the panes, above the date labels and the slider.
    const prices = height - 86 - (data.volume ? 104 : 54) - panes.length * (tall + 14);
    const top = prices + (data.volume ? 104 : 54);
    const grids = [
      { left: 62, right: 16, top: 34, height: prices },
      { left: 62, right: 16, top: prices + 42, height: data.volume ? 46 : 0 },
      { left: 62, right: 16, bottom: 14, height: 30, show: false },
      ...panes.map((_, i) => ({ left: 62, right: 16, top: top + i * (tall + 14), height: tall })),
    ];
    const axis = (index, hasLabels) =>
      ({ type: 'category', gridIndex: index, data: categories, axisTick: { show: false }, axisLine: { lineStyle: { color: colours.line } },
      axisLabel: { show: hasLabels, color: colours.quiet, hideOverlap: true, interval: Math.ceil(candles.length / 7) }, axisPointer: { label: { show: hasLabels } } });
    const lowest = panes.length ? panes.length + 2 : data.volume ? 1 : 0;
    const lines = data.lines.filter((line) => isShown(line) && (line.isOnPrices || panes.includes(line)));
    structure = JSON.stringify([symbol.symbol, panes.length, lines.map(label)]);
    const paneOf = (line) => line.isOnPrices ? 0 : panes.indexOf(line) + 3;
    const lineData = (line) => shown.ends.map((end) => Number.isNaN(line.cells[end]) ? null : line.cells[end]);
    return {
      grid: grids,
      legend: { ...report.baseOption(colours).legend, data: [...lines.map(label), 'bought', 'sold'] },
      axisPointer: { link: [{ xAxisIndex: [0, 1, ...panes.map((_, i) => i + 3)] }] },
      tooltip: {
        ...report.baseOption(colours).tooltip, trigger: 'axis',
          axisPointer: { type: 'cross', crossStyle: { color: colours.strong }, label: { backgroundColor: colours.strong, color: colours.text } },
        formatter: (points) => {
          const list = Array.isArray(points) ? points : [points];
          const at = list[0].dataIndex !== undefined && list[0].seriesType !== 'scatter' ? list[0].dataIndex : list[0].value[0];
          const candle = candles[at];
          if (!candle) return '';
          const marks = list.filter((point) => point.seriesType === 'scatter' && point.data.mark)
            .map(({ data: { mark } }) =>
            `${mark.side === 'buy' ? 'bought' : 'sold'} ${format(mark.quantity, 'price')} at ${format(mark.value / mark.quantity, 'price')}${mark.count > 1 ? ` in ${mark.count} fills` : ''} (${format.plain([...mark.names].join(', '))})`);
          return [`${format(candle.time, 'time')}${candle.bars > 1 ? ` · ${format(candle.bars, 'integer')} bars` : ''}`,
            `open ${format(candle.open, 'price')}  high ${format(candle.high, 'price')}  low ${format(candle.low, 'price')}  close ${format(candle.close, 'price')}`,
            ...(data.volume ? [`volume ${format(candle.volume, 'integer')}`] : []),
            ...lines.map((line) => `${label(line)}: ${format(line.cells[candle.last], 'price')}`), ...marks].join('\n');
        },
      },
      xAxis: [axis(0, lowest === 0), axis(1, lowest === 1), { type: 'value', gridIndex: 2, min: 0, max: data.bars, show: false },
        ...panes.map((_, i) => axis(i + 3, lowest === i + 3))],
      yAxis: [
        { type: 'value', scale: true, gridIndex: 0, ...report.axis(colours, 'number') },
        { type: 'value', gridIndex: 1, show: false },
        { type: 'value', scale: true, gridIndex: 2, show: false },
        ...panes.map((line, i) => ({ type: 'value', scale: true, gridIndex: i + 3, splitNumber: 2, ...report.axis(colours, 'number') })),
      ],
      dataZoom: [{ type: 'slider', xAxisIndex: 2, startValue: view[0], endValue: view[1], bottom: 14, height: 30, filterMode: 'none',
        borderColor: colours.line, fillerColor: colours.isDark ? 'rgb(94 177 242 / 12%)' : 'rgb(0 114 178 / 8%)', brushSelect: false,
        textStyle: { color: colours.quiet }, labelFormatter: (bar) => format(data.times[bucketAtBar(bar)], 'date'),
        dataBackground: { lineStyle: { color: colours.strong }, areaStyle: { color: colours.line } },
        selectedDataBackground: { lineStyle: { color: colours.quiet }, areaStyle: { color: colours.strong } } }],
      series: [
        { name: symbol.symbol, type: 'candlestick', data: candles.map((candle) => [candle.open, candle.close, candle.low, candle.high]),
          itemStyle: { color: colours.page, color0: colours.quiet, borderColor: colours.text, borderColor0: colours.quiet, borderWidth: 1 },
          barMaxWidth: 14 },
        ...(data.volume ? [{ name: 'volume', type: 'bar', xAxisIndex: 1, yAxisIndex: 1, data: candles.map((candle) => candle.volume),
          itemStyle: { color: colours.strong }, barMaxWidth: 14, large: true }] : []),
        ...lines.map((line, i) =>
          ({ name: label(line), type: 'line', xAxisIndex: paneOf(line), yAxisIndex: paneOf(line), showSymbol: false, lineStyle: { width: 1.3 },
          itemStyle: { color: colours.series[(i + 1) % colours.series.length] }, data: lineData(line) })),
        ...fillMarks(colours), ...spans(colours),
        { type: 'line', xAxisIndex: 2, yAxisIndex: 2, silent: true, showSymbol: false, lineStyle: { width: 0 }, data: data.overview ??= overview() },
      ],
    };
  };
  const overview = () => {
    const points = [];
    const step = Math.max(1, Math.floor(data.times.length / 500));
    for (let i = 0; i < data.times.length; i += step) points.push([data.starts[i], data.close[i]]);
    return points;
  };

  const limit = ([from, to]) => {
    const size = Math.max(12, Math.min(data.bars, to - from));
    const start = Math.max(0, Math.min(data.bars - size, from));
    return [start, start + size];
  };
  const draw = () => {
    if (queued || !instance) return;
    queued = true;
    requestAnimationFrame(() => {
      queued = false;
      const began = performance.now();
      const before = structure;
      const made = option(report.colours());
      // If the parts are the same, replace only their data: creating all of them again takes longer than a frame.
      instance.setOption(made, structure === before ? {} : { replaceMerge: ['series', 'grid', 'xAxis', 'yAxis'] });
      report.lastFrame = performance.now() - began;
    });
  };
  const move = (next) => {
    view = limit(next);
    draw();
  };
  const zoom = (factor, share = 0.5) => {
    const size = view[1] - view[0];
    const at = view[0] + size * share;
    move([at - size * factor * share, at + size * factor * (1 - share)]);
  };
  report.zoomCandles = zoom;
  report.moveCandles = (share) => move([view[0] + (view[1] - view[0]) * share, view[1] + (view[1] - view[0]) * share]);
  report.candleView = () => ({ symbol: symbol.symbol, from: view[0], to: view[1], candles: shown?.candles.length ?? 0 });

  const ready = (made, isNew) => {
    instance = made;
    if (!isNew) return;
    const box = made.getDom();
    made.on('datazoom', () => {
      const { startValue, endValue } = made.getOption().dataZoom[0];
      if (Math.abs(startValue - view[0]) + Math.abs(endValue - view[1]) < 0.5) return;
      move([startValue, endValue]);
    });
    const share = (x) => Math.max(0, Math.min(1, (x - 62) / (box.clientWidth - 78)));
    box.addEventListener('wheel', (event) => {
      if (event.offsetY > box.clientHeight - 60) return;
      event.preventDefault();
      if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) move(
        [view[0] + event.deltaX / box.clientWidth * (view[1] - view[0]), view[1] + event.deltaX / box.clientWidth * (view[1] - view[0])]);
      else zoom(event.deltaY > 0 ? 1.18 : 1 / 1.18, share(event.offsetX));
    }, { passive: false });
    let drag = null;
    box.addEventListener('pointerdown', (event) => { if (event.offsetY < box.clientHeight - 60) drag = { x: event.clientX, view }; });
    addEventListener('pointermove', (event) => {
      if (!drag) return;
      const by = (drag.x - event.clientX) / (box.clientWidth - 78) * (drag.view[1] - drag.view[0]);
      move([drag.view[0] + by, drag.view[1] + by]);
    });
    addEventListener('pointerup', () => { drag = null; });
    box.tabIndex = 0;
    box.addEventListener('keydown', (event) => {
      const size = view[1] - view[0];
      const act = { ArrowLeft: () => move([view[0] - size / 8, view[1] - size / 8]),
        ArrowRight: () => move([view[0] + size / 8, view[1] + size / 8]), '+': () => zoom(0.7), '=': () => zoom(0.7), '-': () => zoom(1.4),
        Home: () => move([0, data.bars]) }[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    });
  };

  open(block.symbols[0]);
  const select = report.element('select',
    { 'aria-label': 'Symbol', onchange: () => { open(block.symbols[Number(select.value)]); marked = null; lineTools(); draw(); } },
    ...block.symbols.map((item, i) => report.element('option', { value: i }, item.symbol)));
  const all = report.button('All', () => move([0, data.bars]));
  const toggles = report.element('span', { class: 'tools' });
  const lineTools = () => {
    const strategies = [...new Set(data.lines.map((line) => line.strategy))];
    toggles.replaceChildren(...strategies.map((strategy) => {
      const names = data.lines.filter((line) => line.strategy === strategy).map((line) => `${line.strategy} ${line.name}`);
      const button = report.button(strategy, () => {
        const isOn = button.getAttribute('aria-pressed') !== 'true';
        names.forEach((name) => isOn ? hidden.delete(name) : hidden.add(name));
        button.setAttribute('aria-pressed', String(isOn));
        draw();
      }, { 'aria-pressed': String(names.some((name) => !hidden.has(name))), 'aria-label': `Indicators of ${strategy}` });
      return button;
    }));
  };
  // With several strategies, show the indicators of the first one at first.
  block.symbols.forEach((item) =>
    item.lines.forEach((line) => { if (line.strategy !== item.lines[0].strategy) hidden.add(`${line.strategy} ${line.name}`); }));
  lineTools();

  report.showTrade = (trade) => {
    const index = block.symbols.findIndex((item) => item.symbol === trade.symbol);
    if (index < 0) return false;
    if (symbol !== block.symbols[index]) {
      open(block.symbols[index]);
      select.value = index;
      lineTools();
    }
    marked = trade.id;
    const from = data.starts[bucketAtTime(trade.start)];
    const to = data.starts[bucketAtTime(trade.end) + 1];
    const around = Math.max(30, (to - from) * 0.8);
    view = limit([from - around, to + around]);
    draw();
    return true;
  };
  return report.chart({
    label: block.title, height, option, ready, tools: [select, all, toggles],
    table: () => {
      const rows = (shown ?? (shown = gather())).candles;
      return [['time', 'Bar', 'time'], ['bars', 'Bars', 'integer'], ['open', 'Open', 'price'], ['high', 'High', 'price'], ['low', 'Low', 'price'],
        ['close', 'Close', 'price']]
        .map(([id, title, kind]) => ({ id, label: title, values: rows.map((row) => row[id]), format: kind }));
    },
  });
};
