// The outcomes of signals, from left to right.
report.blocks.flow = (block) => {
  // The names of the last nodes are drawn to their right: reserve the width of the longest, its number and a margin.
  const sources = new Set(block.links.map((link) => link.from));
  const behind = 40 + 6.5 * Math.max(0, ...block.nodes.filter((name) => !sources.has(name)).map((name) => name.length));
  return report.chart({
    label: block.title, height: Math.max(200, 60 + block.nodes.length * 26),
    table: () => [{ id: 'from', label: 'From', values: block.links.map((link) => link.from), format: 'text' },
      { id: 'to', label: 'To', values: block.links.map((link) => link.to), format: 'text' },
      { id: 'count', label: 'Count', values: block.links.map((link) => link.count), format: 'integer' }],
    option: (colours, width) => ({
      tooltip: { ...report.baseOption(colours).tooltip, trigger: 'item', formatter: ({ dataType, data, name, value }) => dataType === 'edge'
        ? `${report.format.plain(data.source)} → ${report.format.plain(data.target)}: ${report.format(data.value, 'integer')}`
          : `${report.format.plain(name)}: ${report.format(value, 'integer')}` },
      series: [{
        type: 'sankey', left: 4, right: Math.min(width / 2, behind), top: 10, bottom: 10, nodeWidth: 12, nodeGap: 14, draggable: false,
          layoutIterations: 32,
        label: { color: colours.text, fontSize: 12,
          formatter: ({ name, value }) => `${report.format.plain(name)}  ${report.format(value, 'integer')}` },
        lineStyle: { color: 'source', opacity: colours.isDark ? 0.35 : 0.22, curveness: 0.5 },
        data: block.nodes.map((name, i) => ({ name, itemStyle: { color: colours.series[i % colours.series.length], borderWidth: 0 } })),
        links: block.links.map((link) => ({ source: link.from, target: link.to, value: link.count })),
      }],
    }),
  });
};
