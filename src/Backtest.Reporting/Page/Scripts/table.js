// Tables: short ones are rendered whole, long ones only as far as rows are visible, so that length does not matter.
report.table = ({ id, label, columns, ofTrades = false, explanations = null }) => {
  const { element, format, values } = report;
  const shortest = 60;
  const data = columns.map((column) => {
    const cells = Array.isArray(column.values) || column.values instanceof Float64Array ? column.values : values(column.values);
    return { ...column, cells, decimals: format.decimals(column, cells) };
  });
  const shown = data.filter((column) => !column.isDetail);
  const count = data.length ? data[0].cells.length : 0;
  const isLong = count > shortest;
  let order = Uint32Array.from({ length: count }, (_, row) => row);
  let sorted = { column: null, isDown: false };
  let search = '';
  const chosen = new Map();

  const text = (column, row) => format(column.cells[row], column.format, column.decimals);
  const body = element('tbody');
  const status = element('span', { class: 'visually-hidden', role: 'status' });
  const counted = element('label');
  const rowOf = (row) => {
    const line = element('tr', ofTrades ? { class: 'link', onclick: () => report.openTrade(data, row, explanations?.[row]) } : {});
    shown.forEach((column, place) => {
      const isNumeric = format.isNumeric(column.format);
      const classes = [isNumeric ? 'number' : 'text', column.isSigned ? report.sign(column.cells[row]) : null].filter(Boolean).join(' ');
      const content = text(column, row);
      const cell = element('td', { class: classes, title: content.length > 24 ? content : null });
      // The row reacts to the mouse; this button also reacts to the keyboard.
      cell.append(ofTrades && place === 0 ? element('button', { type: 'button', class: 'open', 'aria-label': `Open trade ${content}` }, content)
        : content);
      line.append(cell);
    });
    return line;
  };

  const heads = shown.map((column) => {
    const head = element('th', { scope: 'col', class: format.isNumeric(column.format) ? 'number' : null }, count > 1
      ? element('button', { type: 'button', onclick: () => sort(column, head) }, column.label) : column.label);
    return head;
  });
  const grid = element('table', { 'aria-label': label, 'aria-rowcount': isLong ? count + 1 : null },
    element('thead', {}, element('tr', {}, ...heads)), body);
  const scroll = element('div', { class: isLong ? 'scroll virtual' : 'scroll plain', tabindex: 0, role: 'region', 'aria-label': label }, grid);
  if (isLong) {
    // Times that are trading days are shown as dates, half as wide as others.
    const width = (column) => column.format === 'time' ? 1.6 + Math.max(...sample(column)) * 0.56 : column.format === 'text'
      ? Math.min(14, 3 + Math.max(column.label.length, ...sample(column))) * 0.62 : 7.5;
    const sample = (column) => Array.from({ length: 40 }, (_, i) => text(column, Math.floor(i * count / 40)).length);
    const widths = shown.map((column) => Math.max(width(column), column.label.length * 0.56 + 2.2));
    grid.prepend(element('colgroup', {}, ...widths.map((size) => {
      const column = element('col');
      column.style.width = `${size}rem`;
      return column;
    })));
    grid.style.minWidth = `${widths.reduce((sum, size) => sum + size, 0)}rem`;
    scroll.addEventListener('scroll', () => requestAnimationFrame(render));
  }

  const space = (rows, height) => {
    const cell = element('td', { colspan: shown.length });
    cell.style.height = `${rows * height}px`;
    cell.style.padding = '0';
    return element('tr', { 'aria-hidden': 'true' }, cell);
  };
  let rendered = '';
  function render(force) {
    if (!isLong || report.isPrinting) {
      body.replaceChildren(...Array.from(order, rowOf));
      return;
    }
    const height = parseFloat(getComputedStyle(document.documentElement).fontSize) * 0.88 * 2.1 * (1 / 0.88) + 1;
    const visible = Math.ceil((scroll.clientHeight || 500) / height) + 12;
    const first = Math.max(0, Math.min(order.length - visible, Math.floor(scroll.scrollTop / height) - 6));
    const last = Math.min(order.length, first + visible);
    if (!force && rendered === `${first}-${last}`) return;
    rendered = `${first}-${last}`;
    const rows = [];
    for (let i = first; i < last; i++) {
      const row = rowOf(order[i]);
      row.setAttribute('aria-rowindex', i + 2);
      rows.push(row);
    }
    body.replaceChildren(...(first ? [space(first, height)] : []), ...rows, ...(last < order.length ? [space(order.length - last, height)] : []));
  }

  function arrange() {
    const words = search.toLowerCase().split(/\s+/).filter(Boolean);
    const rows = [];
    for (let row = 0; row < count; row++) {
      let isIn = true;
      for (const [column, value] of chosen) isIn &&= String(column.cells[row]) === value;
      if (isIn && words.length) {
        const line = data.map((column) => text(column, row)).join(' ').toLowerCase();
        isIn = words.every((word) => line.includes(word));
      }
      if (isIn) rows.push(row);
    }
    if (sorted.column) {
      const { cells } = sorted.column;
      const sign = sorted.isDown ? -1 : 1;
      const isNone = (value) => value === null || Number.isNaN(value);
      rows.sort((a, b) => isNone(cells[a]) ? (isNone(cells[b]) ? a - b : 1) : isNone(cells[b]) ? -1
        : cells[a] < cells[b] ? -sign : cells[a] > cells[b] ? sign : a - b);
    }
    order = Uint32Array.from(rows);
    scroll.scrollTop = 0;
    counted.textContent = order.length === count ? `${format(count, 'integer')} rows`
      : `${format(order.length, 'integer')} of ${format(count, 'integer')} rows`;
    status.textContent = counted.textContent;
    render(true);
  }

  function sort(column, head) {
    sorted = { column, isDown: sorted.column === column ? !sorted.isDown : format.isNumeric(column.format) };
    heads.forEach((other) => other.removeAttribute('aria-sort'));
    head.setAttribute('aria-sort', sorted.isDown ? 'descending' : 'ascending');
    arrange();
  }

  const filters = data.filter((column) => column.isFilter).map((column) => {
    const kinds = [...new Set(column.cells)].filter((value) => value !== null).sort();
    if (kinds.length < 2) return null;
    const select = element('select', { 'aria-label': column.label, onchange: () => {
      if (select.value === '') chosen.delete(column); else chosen.set(column, kinds[Number(select.value)]);
      arrange();
    } }, element('option', { value: '' }, 'all'), ...kinds.map((kind, i) => element('option', { value: i }, kind)));
    return element('label', {}, column.label, select);
  });
  const find = element('input', { type: 'search', placeholder: 'Search', 'aria-label': `Search ${label}`,
    oninput: () => { search = find.value; arrange(); } });
  const tools = isLong || ofTrades
    ? element('div', { class: 'tools' }, find, ...filters, element('span', { class: 'end' }, counted,
        report.button('CSV', () => report.download(`${id}.csv`, report.csv(data, order)))), status)
    : null;
  addEventListener('beforeprint', () => { if (isLong) body.replaceChildren(...Array.from(order.subarray(0, 400), rowOf)); });
  addEventListener('afterprint', () => render(true));
  arrange();
  requestAnimationFrame(() => render(true));
  return element('div', {}, tools, scroll);
};

// Escape texts that begin like a formula: a spreadsheet would evaluate them.
report.csv = (columns, order) => {
  const cell = (column, row) => {
    const value = column.cells[row];
    if (value === null || Number.isNaN(value)) return '';
    if (column.format === 'date' || column.format === 'time') return new Date(value).toISOString();
    if (typeof value === 'number') return String(value);
    const inert = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return /[",\n\r]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
  };
  const lines = [columns.map((column) => column.id).join(',')];
  for (const row of order) lines.push(columns.map((column) => cell(column, row)).join(','));
  return `${lines.join('\r\n')}\r\n`;
};

report.download = (name, text) => {
  const link = report.element('a', { download: name.replace(/[^\w.-]+/g, '-'), href: URL.createObjectURL(new Blob([text], { type: 'text/csv' })) });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
};

report.blocks.table = (block) => report.table({ id: block.id, label: block.title ?? block.id, columns: block.columns, ofTrades: block.isOfTrades,
  explanations: block.explanations ? report.values(block.explanations) : null });
