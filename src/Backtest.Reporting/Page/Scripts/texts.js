// Blocks of text and figures.
report.blocks.figures = ({ figures }) => report.element('dl', { class: 'figures' }, ...figures.map((figure) =>
  report.element('div', {}, report.element('dt', {}, figure.label), report.element('dd', {},
    report.element('div', { class: `value ${figure.isSigned ? report.sign(figure.value) ?? '' : ''}` }, report.format(figure.value, figure.format)),
    figure.note ? report.element('div', { class: 'hint' }, ...report.prose(figure.note)) : null))));

report.blocks.notes = ({ notes }) => report.element('ul', { class: 'notes' }, ...notes.map((note) =>
  report.element('li', { class: note.level }, report.element('span', { class: 'level' }, note.level === 'information' ? 'note' : note.level),
    report.element('strong', {}, note.title), note.figure ? ` ${note.figure}` : null, note.text ? report.element('p', {}, ...report.prose(note.text)) : null,
    note.fix ? report.element('p', {}, note.fix) : null)));

report.blocks.preformatted = ({ text, title }) => report.element('pre', { tabindex: 0, role: 'region', 'aria-label': title ?? 'Text' }, text);

// A matrix is a shaded table without sorting.
report.blocks.matrix = (block) => {
  const { element, format } = report;
  const values = report.values(block.values);
  const width = block.columns.length;
  const shaded = width - block.sumColumns;
  const largest = (from, to) => {
    let most = 0;
    values.forEach((value, i) => { if (i % width >= from && i % width < to && Math.abs(value) > most) most = Math.abs(value); });
    return most || 1;
  };
  const scales = [largest(0, shaded), largest(shaded, width)];
  const rows = block.rows.map((name, row) => element('tr', {}, element('th', { scope: 'row' }, name), ...block.columns.map((_, column) => {
    const value = values[row * width + column];
    const isSum = column >= shaded;
    const cell = element('td', { class: isSum ? 'sum' : null }, Number.isNaN(value) ? '' : format(value, block.format));
    const strength = Math.min(1, Math.abs(value) / scales[isSum ? 1 : 0]);
    if (strength > 0) cell.style.backgroundColor = `rgb(var(--${value > 0 ? 'gain' : 'loss'}-rgb) / ${(0.04 + strength * 0.34).toFixed(3)})`;
    return cell;
  })));
  return element('div', { class: 'scroll matrix', tabindex: 0, role: 'region', 'aria-label': block.title ?? 'Matrix' },
    element('table', { 'aria-label': block.title }, element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, block.corner ?? ''),
      ...block.columns.map((name) => element('th', { scope: 'col' }, name)))), element('tbody', {}, ...rows)));
};
