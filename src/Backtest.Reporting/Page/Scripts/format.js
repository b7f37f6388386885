// Formats values. Figures arrive computed; only separators are added here.
report.format = (() => {
  const numbers = new Map();
  const fixed = (value, decimals) => {
    if (!numbers.has(decimals)) {
      numbers.set(decimals, new Intl.NumberFormat('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }));
    }
    const text = numbers.get(decimals).format(value);
    return (/^-[0.,]*$/.test(text) ? text.slice(1) : text).replace('-', '−');
  };
  const pad = (value) => String(value).padStart(2, '0');
  const date = (value) => {
    const at = new Date(value);
    return `${at.getUTCFullYear()}-${pad(at.getUTCMonth() + 1)}-${pad(at.getUTCDate())}`;
  };
  const time = (value) => {
    const at = new Date(value);
    const clock = `${pad(at.getUTCHours())}:${pad(at.getUTCMinutes())}`;
    const seconds = at.getUTCSeconds();
    return value % 86400000 === 0 ? date(value) : `${date(value)} ${clock}${seconds ? `:${pad(seconds)}` : ''}`;
  };
  const money = (value, decimals) => fixed(value, decimals ?? (Math.abs(value) >= 1000 ? 0 : 2));
  const kinds = {
    text: (value) => String(value),
    integer: (value) => fixed(value, 0),
    number: (value) => fixed(value, 2),
    precise: (value) => fixed(value, 4),
    // As many decimals as the value has or, if that is unknown, as its size needs.
    price: (value, decimals) => fixed(value, decimals ?? (Math.abs(value) >= 1 || value === 0 ? 2 : 6)),
    percent: (value) => `${fixed(value * 100, Math.abs(value) >= 10 ? 0 : 2)}%`,
    money,
    basis_points: (value) => `${fixed(value, 2)} bp`,
    days: (value) => `${fixed(value, 0)} days`,
    seconds: (value) => `${fixed(value, 2)} s`,
    date,
    time,
  };
  const none = (value) => value === null || value === undefined || (typeof value === 'number' && Number.isNaN(value));
  const write = (value, format, decimals) => none(value) ? '–' : kinds[format](value, decimals);
  // Remove marks that change the writing direction: they would also affect the text beside a name.
  write.plain = (text) => String(text).replace(/[\u0000-\u001f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
  write.isNumeric = (format) => format !== 'text' && format !== 'date' && format !== 'time';
  write.short = (value, format) => {
    if (format === 'percent') return `${fixed(value * 100, Math.abs(value) < 0.1 && value !== 0 ? 1 : 0)}%`;
    if (format === 'date' || format === 'time' || format === 'text') return write(value, format);
    const size = Math.abs(value);
    if (format === 'precise') return fixed(value, size >= 100 ? 0 : 3);
    if (size >= 1e9) return `${fixed(value / 1e9, 1)}B`;
    if (size >= 1e6) return `${fixed(value / 1e6, size >= 1e7 || value % 1e6 === 0 ? 0 : 1)}M`;
    if (size >= 1e4) return `${fixed(value / 1e3, 0)}k`;
    return fixed(value, size >= 100 || Number.isInteger(value) ? 0 : size >= 1 ? 1 : 2);
  };
  // Use the same number of decimals in a whole column, so that its figures align.
  write.decimals = (column, cells) => {
    if (column.format !== 'price' && column.format !== 'money') return undefined;
    let largest = 0;
    for (const value of cells) if (Math.abs(value) > largest) largest = Math.abs(value);
    if (column.format === 'money') return largest >= 1000 ? 0 : 2;
    return Math.min(column.values?.scale ?? 2, largest >= 100 ? 2 : largest >= 1 ? 5 : 8);
  };
  return write;
})();
