// The page: sections of blocks, links to them, and the switch between light and dark.
report.block = (block) => {
  const { element } = report;
  return element('div', { class: 'block' }, block.title ? element('h3', {}, block.title) : null,
    block.note ? element('p', { class: 'note' }, block.note) : null, report.blocks[block.kind](block));
};

report.section = (section) => {
  const { element } = report;
  const heading = element('h2', { id: `${section.id}-title` }, section.title);
  const lead = section.lead ? element('p', { class: 'lead' }, section.lead) : null;
  const blocks = [];
  let pair = null;
  for (const block of section.blocks) {
    const isHalf = ['bars', 'scatter', 'lines', 'curves'].includes(block.kind);
    if (!isHalf) pair = null;
    else if (!pair) blocks.push(pair = element('div', { class: 'pair' }));
    (pair ?? { append: (made) => blocks.push(made) }).append(report.block(block));
  }
  return element('section', { id: section.id, 'aria-labelledby': `${section.id}-title` }, ...(section.folded
    ? [element('details', {}, element('summary', {}, heading), lead, ...blocks)] : [heading, lead, ...blocks]));
};

report.theme = (() => {
  const key = 'backtest-report-theme';
  const system = matchMedia('(prefers-color-scheme: dark)');
  const root = document.documentElement;
  const stored = () => { try { return localStorage.getItem(key); } catch { return null; } };
  const isDark = () => (root.dataset.theme ?? (system.matches ? 'dark' : 'light')) === 'dark';
  const refresh = () => {
    const other = isDark() ? 'Light' : 'Dark';
    document.getElementById('theme').textContent = other;
    document.getElementById('theme').setAttribute('aria-label', `${other}: switch between light and dark`);
    report.swatches.forEach((paint) => paint());
    report.redraw();
  };
  return () => {
    if (stored()) root.dataset.theme = stored();
    document.getElementById('theme').addEventListener('click', () => {
      root.dataset.theme = isDark() ? 'light' : 'dark';
      try { localStorage.setItem(key, root.dataset.theme); } catch { /* Nothing is kept where nothing may be. */ }
      refresh();
    });
    system.addEventListener('change', refresh);
    refresh();
  };
})();

report.navigate = () => {
  const links = new Map(report.document.sections.map(({ id, title }) => [id, report.element('a', { href: `#${id}` }, title)]));
  document.getElementById('sections').append(...links.values());
  const watcher = new IntersectionObserver((entries) => entries.filter((entry) => entry.isIntersecting).forEach(({ target }) => {
    links.forEach((link, id) => id === target.id ? link.setAttribute('aria-current', 'true') : link.removeAttribute('aria-current'));
  }), { rootMargin: '-20% 0px -70% 0px' });
  document.querySelectorAll('main > section').forEach((section) => watcher.observe(section));
};

report.start = async () => {
  await report.load();
  const main = document.getElementById('content');
  const { name, subtitle, sections } = report.document;
  main.replaceChildren(report.element('div', { class: 'masthead' }, report.element('h1', {}, name), report.element('p', {}, subtitle)));
  // Show the first section before creating the others, so that there is something to read immediately.
  for (const section of sections) {
    main.append(report.section(section));
    if (section === sections[0]) await new Promise((resolve) => setTimeout(resolve));
  }
  report.theme();
  report.navigate();
  await report.library();
  performance.mark('ready');
  document.documentElement.dataset.ready = 'true';
};

report.start().catch((error) => {
  document.getElementById('content')
    .append(report.element('p', { class: 'error', role: 'alert' }, `This report could not be shown: ${error.message}`));
  console.error(error);
});
