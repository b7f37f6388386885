// The data of the page: a document, followed by the packed columns it refers to.
const report = { blocks: {} };

report.unpack = async (id) => {
  const text = document.getElementById(id).textContent;
  const packed = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
};

report.load = async () => {
  const bytes = await report.unpack('data');
  const length = new DataView(bytes.buffer).getUint32(0, true);
  report.columns = bytes.subarray(4 + length);
  report.document = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length)));
};

// Differences between adjacent values, zigzag-encoded, seven bits per byte. Plain arithmetic, because numbers may exceed 32 bits.
report.whole = ({ at, count }) => {
  const values = new Float64Array(count);
  const bytes = report.columns;
  let before = 0;
  for (let i = 0; i < count; i++) {
    let raw = 0;
    for (let weight = 1; ; weight *= 128) {
      const next = bytes[at++];
      raw += (next & 127) * weight;
      if (next < 128) break;
    }
    before += raw % 2 ? -(raw + 1) / 2 : raw / 2;
    values[i] = before;
  }
  return values;
};

// The values of a column: numbers and times (milliseconds) as an array of doubles, NaN where missing; texts as an array.
report.values = (column) => {
  if (!column) return null;
  if (column.cached) return column.cached;
  const whole = report.whole(column);
  if (column.type === 'text') {
    column.cached = Array.from(whole, (code) => code ? column.words[code - 1] : null);
    return column.cached;
  }
  const scale = column.type === 'time' ? 1 / column.unit : 10 ** column.scale;
  for (let i = 0; i < whole.length; i++) whole[i] /= scale;
  if (column.gaps) {
    let at = 0;
    report.whole(column.gaps).forEach((length, run) => {
      if (run % 2) whole.fill(NaN, at, at + length);
      at += length;
    });
  }
  column.cached = whole;
  return whole;
};
