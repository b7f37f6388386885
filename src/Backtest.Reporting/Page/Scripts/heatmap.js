// A figure over two parameters: as a heat map, or as a surface that can be rotated.

// Viridis has even steps of lightness, so that it is readable in grey and with any colour vision.
report.scaleColours = ['#440154', '#46327e', '#365c8d', '#277f8e', '#1fa187', '#4ac16d', '#a0da39', '#fde725'];

report.scaleColour = (share) => {
  const at = Math.min(0.9999, Math.max(0, share)) * (report.scaleColours.length - 1);
  const step = Math.floor(at);
  const parts = (colour) => [1, 3, 5].map((from) => parseInt(colour.slice(from, from + 2), 16));
  const [from, to] = [parts(report.scaleColours[step]), parts(report.scaleColours[step + 1])];
  return `rgb(${from.map((part, i) => Math.round(part + (to[i] - part) * (at - step))).join(',')})`;
};

report.blocks.heatmap = (block) => {
  const { element, format } = report;
  const pairs = block.pairs.map((pair) => ({ ...pair, xs: report.values(pair.xLabels), ys: report.values(pair.yLabels),
    bests: report.values(pair.best), means: report.values(pair.mean), trials: report.values(pair.counts) }));
  let pair = pairs[0];
  let isMean = false;
  let isSurface = false;
  let turn = 35;
  let chart = null;
  const draw = () => chart.draw();
  const cells = () => isMean ? pair.means : pair.bests;
  const range = (values) => {
    let [low, high] = [Infinity, -Infinity];
    values.forEach((value) => { if (!Number.isNaN(value)) { low = Math.min(low, value); high = Math.max(high, value); } });
    return [low, high > low ? high : low + 1];
  };
  const describe = (x, y) => {
    const cell = y * pair.xs.length + x;
    const count = pair.trials[cell];
    return `${pair.x} ${pair.xs[x]}, ${pair.y} ${pair.ys[y]}\n${block.label}: ${format(cells()[cell], block.format)}${
      count > 1 ? `\n${isMean ? 'mean' : 'best'} of ${format(count, 'integer')} trials` : ''}`;
  };

  const map = (colours) => {
    const values = cells();
    const [low, high] = range(values);
    const data = [];
    values.forEach((value, cell) => {
      if (!Number.isNaN(value)) data.push([cell % pair.xs.length, Math.floor(cell / pair.xs.length), value]);
    });
    const axis = (name, data, gap) => ({ type: 'category', data, name, nameLocation: 'middle', nameGap: gap, nameTextStyle: { color: colours.quiet },
      axisLine: { show: false }, axisTick: { show: false }, splitLine: { show: false }, axisLabel: { color: colours.quiet, hideOverlap: true } });
    return {
      grid: { left: 34, right: 12, top: 44, bottom: 26, containLabel: true },
      legend: { show: false },
      tooltip: { ...report.baseOption(colours).tooltip, trigger: 'item', formatter: ({ data: [x, y] }) => describe(x, y) },
      visualMap: { type: 'continuous', min: low, max: high, calculable: true, orient: 'horizontal', right: 0, top: 0, itemWidth: 12, itemHeight: 140,
        dimension: 2, seriesIndex: 0, inRange: { color: block.isLessBetter ? [...report.scaleColours].reverse() : report.scaleColours },
        textStyle: { color: colours.quiet }, formatter: (value) => format(value, block.format) },
      xAxis: axis(pair.x, pair.xs, 26), yAxis: axis(pair.y, pair.ys, 44),
      series: [
        { type: 'heatmap', data, itemStyle: { borderColor: colours.page, borderWidth: pair.xs.length > 30 ? 0 : 1 } },
        { type: 'scatter', data: [[pair.winner % pair.xs.length, Math.floor(pair.winner / pair.xs.length)]], symbol: 'circle', symbolSize: 12,
          itemStyle: { color: 'transparent', borderColor: '#ffffff', borderWidth: 2.5, shadowBlur: 3, shadowColor: '#000000' } },
      ],
    };
  };

  // Rotate the floor by this number of degrees, seen from above its edge, and draw distant parts first.
  const surface = (colours, width) => {
    const values = cells();
    const [low, high] = range(values);
    const [across, along] = [pair.xs.length, pair.ys.length];
    const height = 400;
    const size = Math.min(width * 0.36, 250);
    const angle = turn * Math.PI / 180;
    const project = (x, y, z) => {
      const [u, v] = [x - 0.5, y - 0.5];
      const right = u * Math.cos(angle) - v * Math.sin(angle);
      const back = u * Math.sin(angle) + v * Math.cos(angle);
      return { point: [width / 2 + right * 2 * size, height * 0.62 - back * size * 0.55 - z * height * 0.34], depth: back };
    };
    const at = (x, y, z) => project(across > 1 ? x / (across - 1) : 0.5, along > 1 ? y / (along - 1) : 0.5, z);
    const share = (value) => (value - low) / (high - low);
    const shapes = [];
    for (let y = 0; y + 1 < along; y++) {
      for (let x = 0; x + 1 < across; x++) {
        const corners = [[x, y], [x + 1, y], [x + 1, y + 1], [x, y + 1]];
        const heights = corners.map(([cx, cy]) => values[cy * across + cx]);
        if (heights.some(Number.isNaN)) continue;
        const points = corners.map(([cx, cy], i) => at(cx, cy, share(heights[i])));
        const mean = heights.reduce((sum, value) => sum + value, 0) / 4;
        shapes.push({ depth: points.reduce((sum, { depth }) => sum + depth, 0), points: points.map(({ point }) => point),
          cells: corners.map(([cx, cy]) => cy * across + cx), colour: report.scaleColour(block.isLessBetter ? 1 - share(mean) : share(mean)) });
      }
    }
    // Draw trials that are not part of a surface as a dot on a stem.
    const covered = new Set(shapes.flatMap((shape) => shape.cells));
    values.forEach((value, cell) => {
      if (Number.isNaN(value) || covered.has(cell)) return;
      const [x, y] = [cell % across, Math.floor(cell / across)];
      const [top, foot] = [at(x, y, share(value)), at(x, y, 0)];
      shapes.push({ depth: top.depth * 4, stem: [foot.point, top.point],
        colour: report.scaleColour(block.isLessBetter ? 1 - share(value) : share(value)) });
    });
    shapes.sort((a, b) => b.depth - a.depth);
    const floor = [[0, 0], [1, 0], [1, 1], [0, 1]].map(([x, y]) => project(x, y, 0).point);
    const text = (x, y, words) => {
      const [left, top] = project(x, y, 0).point;
      return { type: 'text', x: left, y: top + 8, style: { text: words, fill: colours.quiet, fontSize: 12, align: 'center' } };
    };
    const best = at(pair.winner % across, Math.floor(pair.winner / across), share(values[pair.winner])).point;
    return {
      legend: { show: false }, xAxis: { show: false }, yAxis: { show: false }, series: [],
      graphic: { elements: [
        { type: 'polygon', silent: true, shape: { points: floor }, style: { fill: 'none', stroke: colours.strong } },
        ...shapes.flatMap(({ points, stem, colour }) => stem
          ? [{ type: 'polyline', silent: true, shape: { points: stem }, style: { fill: 'none', stroke: colours.strong } },
            { type: 'circle', silent: true, shape: { cx: stem[1][0], cy: stem[1][1], r: 4 }, style: { fill: colour } }]
          : [{ type: 'polygon', silent: true, shape: { points }, style: { fill: colour, stroke: colours.page, lineWidth: 0.5, opacity: 0.95 } }]),
        { type: 'circle', silent: true, shape: { cx: best[0], cy: best[1], r: 5 }, style: { fill: '#ffffff', stroke: '#000000', lineWidth: 2 } },
        text(0.5, -0.08, `${pair.x} ${pair.xs[0]} … ${pair.xs[across - 1]}`), text(-0.08, 0.5, `${pair.y} ${pair.ys[0]} … ${pair.ys[along - 1]}`),
      ] },
    };
  };

  const choose = pairs.length > 1 ? element('select', { 'aria-label': 'Parameters', onchange: () => { pair = pairs[Number(choose.value)]; draw(); } },
    ...pairs.map(({ x, y }, i) => element('option', { value: i }, `${format.plain(x)} × ${format.plain(y)}`))) : null;
  const pressed = (label, name, act) => {
    const button = report.button(label, () => {
      const isOn = button.getAttribute('aria-pressed') !== 'true';
      button.setAttribute('aria-pressed', String(isOn));
      act(isOn);
      draw();
    }, { 'aria-pressed': 'false', 'aria-label': name });
    return button;
  };
  const hasMeans = pairs.some(({ trials }) => trials.some((count) => count > 1));
  const slider = element('input', { type: 'range', min: 0, max: 360, value: turn, oninput: () => { turn = Number(slider.value); draw(); } });
  const turning = element('label', { class: 'hidden' }, 'Turn', slider);
  const tools = [choose,
    hasMeans ? pressed('Mean', 'Mean of the trials at a point instead of the best', (isOn) => { isMean = isOn; }) : null,
    pressed('Surface', 'Surface instead of a map', (isOn) => { isSurface = isOn; turning.classList.toggle('hidden', !isOn); }), turning]
    .filter((tool) => tool);
  const figure = report.chart({
    label: block.title, height: 400, tools, option: (colours, width) => isSurface ? surface(colours, width) : map(colours),
    table: () => {
      const rows = pairs.flatMap((each) => Array.from(each.bests, (value, cell) => [each, cell])
        .filter(([{ bests }, cell]) => !Number.isNaN(bests[cell])));
      const column = (id, label, read, kind) => ({ id, label, values: rows.map(([each, cell]) => read(each, cell)), format: kind });
      return [column('x', 'First', (each) => each.x, 'text'), column('x_value', 'Value', (each, cell) => each.xs[cell % each.xs.length], 'text'),
        column('y', 'Second', (each) => each.y, 'text'),
        column('y_value', 'Value', (each, cell) => each.ys[Math.floor(cell / each.xs.length)], 'text'),
        column('best', 'Best', (each, cell) => each.bests[cell], block.format), column('mean', 'Mean', (each, cell) => each.means[cell], block.format),
        column('trials', 'Trials', (each, cell) => each.trials[cell], 'integer')];
    },
  });
  chart = report.charts.at(-1);
  return figure;
};
