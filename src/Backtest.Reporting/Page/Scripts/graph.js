// A graph of dependencies: from left to right or, if there is no room, from top to bottom.
report.blocks.graph = (block) => {
  const depths = 1 + Math.max(...block.nodes.map((node) => node.depth));
  const ranks = Array.from({ length: depths }, (_, depth) => block.nodes.filter((node) => node.depth === depth));
  const isNarrow = document.documentElement.clientWidth < 700;
  const widest = Math.max(...ranks.map((rank) => rank.length));
  return report.chart({
    label: block.title, height: isNarrow ? 40 + depths * 86 : 40 + widest * 84,
    table: () => [{ id: 'name', label: 'Step', values: block.nodes.map((node) => node.name), format: 'text' },
      { id: 'kind', label: 'Type', values: block.nodes.map((node) => node.kind), format: 'text' },
      { id: 'after', label: 'Goes on from', values: block.nodes.map((node) => block.links.filter((link) => link.to === node.name)
        .map((link) => link.from).join(', ')), format: 'text' },
      { id: 'done', label: 'Done', values: block.nodes.map((node) => node.isDone ? 'yes' : 'no'), format: 'text' }],
    option: (colours, width) => {
      // Positions in pixels, so that nodes always have the same size.
      const along = (isNarrow ? depths * 86 : width) / depths;
      const across = (size, rank) => (isNarrow ? width : size * 84) / Math.max(1, rank.length);
      const room = Math.min(150, (isNarrow ? width / widest : width / depths) - 26);
      const kinds = [...new Set(block.nodes.map((node) => node.kind))];
      const place = (node) => {
        const rank = ranks[node.depth];
        const first = (node.depth + 0.5) * along;
        const second = (rank.indexOf(node) + 0.5) * across(widest, rank);
        return isNarrow ? [second, first + 10] : [first, second + 20];
      };
      const named = (name) => block.nodes.find((node) => node.name === name);
      // From the far edge of one node to the near edge of the other.
      const between = ([x1, y1], [x2, y2]) => isNarrow ? [[x1, y1 + 24], [x2, y2 - 25]] : [[x1 + room / 2, y1], [x2 - room / 2 - 1, y2]];
      return {
        legend: { show: false },
        tooltip: { ...report.baseOption(colours).tooltip, trigger: 'item', formatter: ({ data }) =>
          `${report.format.plain(data.name)}: ${report.format.plain(data.kind)}${data.isDone ? '' : ', not done'}` },
        grid: { left: 0, right: 0, top: 0, bottom: 0 },
        xAxis: { type: 'value', show: false, min: 0, max: width },
        yAxis: { type: 'value', show: false, inverse: true, min: 0, max: isNarrow ? 40 + depths * 86 : 40 + widest * 84 },
        series: [{
          type: 'lines', coordinateSystem: 'cartesian2d', silent: true, symbol: ['none', 'arrow'], symbolSize: 9, z: 1,
          lineStyle: { color: colours.quiet, width: 1.4, opacity: 1 },
          data: block.links.map((link) => ({ coords: between(place(named(link.from)), place(named(link.to))) })),
        }, {
          type: 'graph', coordinateSystem: 'cartesian2d', roam: false, symbol: 'roundRect', symbolSize: [room, 46],
          label: { show: true, color: colours.text, fontSize: 12, lineHeight: 16, width: room - 10, overflow: 'truncate',
            formatter: ({ data }) => `${report.format.plain(data.name)}\n{kind|${report.format.plain(data.kind)}${data.isDone ? '' : ', not done'}}`,
            rich: { kind: { color: colours.quiet, fontSize: 11, lineHeight: 15 } } },
          data: block.nodes.map((node) => ({ name: node.name, kind: node.kind, isDone: node.isDone, value: place(node),
            itemStyle: { color: colours.raised, borderWidth: 1.6, borderColor: colours.series[kinds.indexOf(node.kind) % colours.series.length],
              borderType: node.isDone ? 'solid' : 'dashed' } })),
        }],
      };
    },
  });
};
