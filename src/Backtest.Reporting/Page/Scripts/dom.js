// Elements. Texts from the run are only set as text, so they are never parsed as markup.
report.element = (name, attributes = {}, ...children) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
};

report.button = (label, onclick, attributes = {}) => report.element('button', { type: 'button', class: 'quiet', onclick, ...attributes }, label);

// A text whose dates do not wrap at their hyphens.
report.prose = (text) => String(text).split(/(\d{4}-\d{2}-\d{2})/).map((part, place) => place % 2 ? report.element('span', { class: 'whole' }, part) : part);

report.sign = (value) => value > 0 ? 'gain' : value < 0 ? 'loss' : null;

// A box in front of the page; the browser keeps the focus in it and gives it back.
report.dialog = (title, ...children) => {
  const dialog = document.getElementById('details');
  dialog.replaceChildren(
    report.element('header', {}, report.element('h2', { id: 'details-title' }, title), report.button('Close', () => dialog.close())),
    ...children);
  dialog.showModal();
};

report.pairs = (pairs) => report.element('dl', { class: 'pairs' },
  ...pairs.flatMap(([label, value]) => [report.element('dt', {}, label), report.element('dd', {}, value)]));
