// Marks for a response, by the same rules as the program's own marking.
const spaces = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/u;
const folds = {
  ß: 'ss', ſ: 's', ς: 'σ', µ: 'μ', ŉ: 'ʼn', ǰ: 'j\u030c', ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl', ﬅ: 'st', ﬆ: 'st',
};

function folded(text, articles) {
  let out = text.replace(/[’‘]/g, "'").replace(/[“”«»]/g, '"').replace(/–/g, '-');
  out = [...out.toLowerCase()].map((sign) => folds[sign] || sign).join('');
  out = out.split(spaces).filter(Boolean).join(' ');
  out = out.replace(/^[ .,;:!?¿¡"'()[\]]+|[ .,;:!?¿¡"'()[\]]+$/g, '') || out;
  const at = out.indexOf(' ');
  if (at < 0 || at === out.length - 1) return out;
  const first = out.slice(0, at);
  return articles.some((article) => wordFits(article, first)) ? out.slice(at + 1) : out;
}

// A star in a word stands for any letters.
function wordFits(pattern, word) {
  const parts = pattern.split('*').map((part) => part.replace(/[.*+?^$()|[\]\\{}/-]/g, '\\$&'));
  return new RegExp(`^(?:${parts.join('[\\p{L}\\p{N}_]*')})$`, 'iu').test(word);
}

const samePlace = (a, b, start, end) => 2 * (Math.min(b, end) - Math.max(a, start)) > Math.max(b - a, end - start);

// [parts right, parts there are], and for each part whether it is right.
const shares = {
  choice(answer, given) {
    return { hits: given === answer.option ? 1 : 0, of: 1, right: {} };
  },
  'multi-choice'(answer, given) {
    const chosen = [...new Set(given)];
    const hits = chosen.filter((id) => answer.options.includes(id)).length;
    const right = Object.fromEntries(chosen.map((id) => [id, answer.options.includes(id)]));
    return { hits: Math.max(0, 2 * hits - chosen.length), of: answer.options.length, right };
  },
  match(answer, given) { return pairs(answer.pairs, given); },
  grid(answer, given) { return pairs(answer.cells, given); },
  order(answer, given) {
    const groups = answer.groups.flatMap((group) => group.map(() => group));
    const right = given.slice(0, groups.length).map((id, i) => groups[i].includes(id));
    return { hits: right.filter(Boolean).length, of: groups.length, right };
  },
  'short-text'(answer, given, articles) {
    const right = {};
    for (const [id, key] of Object.entries(answer.blanks)) {
      const accepted = [key.model, ...key.accept].map((text) => folded(text, articles));
      right[id] = Boolean(given[id]) && accepted.includes(folded(given[id], articles));
    }
    return { hits: Object.values(right).filter(Boolean).length, of: Object.keys(right).length, right };
  },
  'text-selection'(answer, given) {
    const need = answer.enough || answer.spans.length;
    const left = [...answer.spans];
    const right = given.map(([kind, start, end]) => {
      const at = left.findIndex((span) => span.mark === kind && samePlace(span.start, span.end, start, end));
      if (at >= 0) left.splice(at, 1);
      return at >= 0;
    });
    const hits = right.filter(Boolean).length;
    return { hits: Math.min(need, Math.max(0, 2 * hits - right.length)), of: need, right };
  },
};

function pairs(wanted, given) {
  const right = Object.fromEntries(Object.entries(wanted).map(([row, id]) => [row, given[row] === id]));
  return { hits: Object.values(right).filter(Boolean).length, of: Object.keys(right).length, right };
}

const isBlank = (given) => given === undefined || given === null || given.length === 0
  || (typeof given === 'object' && Object.keys(given).length === 0);

// {marks, right}; marks are null where a person must judge.
function judge(answer, points, given, articles) {
  if (isBlank(given)) return { marks: 0, right: {} };
  if (answer.kind === 'extended-text') return { marks: null, right: {} };
  const { hits, of, right } = shares[answer.kind](answer, given, articles);
  return { marks: Math.floor((points * hits) / of), right };
}
