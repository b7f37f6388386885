// A trade and the steps that led to it, in a dialog, and the same trade among the candles.
report.tradesOf = (symbol) => {
  if (!report.tradeList) {
    const block = report.document.sections.flatMap((section) => section.blocks).find((item) => item.kind === 'table' && item.isOfTrades);
    const column = (id) => report.values(block.columns.find((item) => item.id === id).values);
    report.tradeList = new Map();
    if (block) {
      const [ids, symbols, starts, ends, entries, exits, profits] = ['id', 'symbol', 'entry_time', 'exit_time', 'entry_price', 'exit_price',
        'profit'].map(column);
      symbols.forEach((name, i) => {
        if (!report.tradeList.has(name)) report.tradeList.set(name, []);
        report.tradeList.get(name)
          .push({ id: ids[i], symbol: name, start: starts[i], end: ends[i], fromPrice: entries[i], toPrice: exits[i], profit: profits[i] });
      });
    }
  }
  return report.tradeList.get(symbol) ?? [];
};

// The steps that led to a trade, each by its kind, in the order they happened.
report.explanation = (text) => report.element('details', { class: 'why' }, report.element('summary', {}, 'Why, step by step'),
  report.element('ol', {}, ...text.split('\n').map((line) => {
    const [kind, words] = line.trimStart().split('\t');
    const step = report.element('li', {}, report.element('span', { class: 'kind' }, kind), words);
    step.style.marginLeft = `${(line.length - line.trimStart().length) * 0.6}rem`;
    return step;
  })));

report.openTrade = (columns, row, explanation) => {
  const cell = (id) => columns.find((column) => column.id === id).cells[row];
  const written = (id) => {
    const column = columns.find((item) => item.id === id);
    return report.format(column.cells[row], column.format, column.decimals);
  };
  const trade = report.tradesOf(cell('symbol')).find((item) => item.id === cell('id'));
  const isDrawn = report.showTrade?.(trade) ?? false;
  const lines = [
    ['Decided', `${written('signal_time')}${cell('entry_reason') ? ` · ${cell('entry_reason')}` : ''}`],
    ['Indicators read', written('indicators')],
    ['Regime', written('regime')],
    ['Ordered', written('entry_order')],
    ['Entered', `${written('entry_time')} · ${written('quantity')} at ${written('entry_price')}`],
    ['While open', `${written('bars')} bars · worst ${written('mae')} · best ${written('mfe')}`],
    ['Left', `${written('exit_time')} · at ${written('exit_price')}`],
    ['Why', `${written('exit_reason')}${cell('exit_order') ? ` · ${cell('exit_order')}` : ''}`],
    ['Profit', `${written('profit')} · ${written('return')}${Number.isNaN(cell('risk_multiple')) ? '' : ` · ${written('risk_multiple')} R`}`],
    ['Costs', `commission ${written('commission')} · slippage ${written('slippage')}`],
    ['Strategy', `${written('portfolio')} / ${written('strategy')}`],
  ].filter(([, value]) => value !== '–');
  report.dialog(`${cell('direction') === 'long' ? 'Long' : 'Short'} ${cell('symbol')} · trade ${cell('id')}`,
    report.pairs(lines),
    explanation ? report.explanation(explanation) : null,
    isDrawn ? report.element('div', { class: 'tools' }, report.button('Show among the candles', () => {
      document.getElementById('details').close();
      document.getElementById('candles').scrollIntoView();
    })) : null);
};
