// Finds paragraphs. The index was made when the site was built (src/tlumach/search): each word of the texts is filed under
// the stems of all its forms, so that one cut of the word asked for meets them all, without a dictionary here. The index
// comes in pieces: scripts that call tlumachSearch(data), as a page from file:// can load nothing else.
(() => {
  const folder = new URL("../../search/", document.currentScript.src);
  const EXACT = 1, FORM = 0.8, NAME = 0.5, PREFIX = 0.3, SIMILAR = 0.25, BY_TITLE = 0.1; // what a word's match is worth
  const TERM_BONUS = 0.6, TITLE_BONUS = 0.5, PART_OF_TERM_BONUS = 0.2, PHRASE_BONUS = 0.3, DENSITY_BONUS = 0.1;
  const IN_PASSING = -0.25; // a term's page, or one of the site itself, whose name is another: it mentions what a story is about
  const ABOUT_BONUS = 0.6, MANY = 10; // a page that is all about what is asked for; paragraphs after which more say little more
  const LEAD = 3, LEAST_OF_LEAD = 0.6; // paragraphs that stand under a page before a reader asks for all, and what they are worth beside its best
  const LEAST_UNCUT = 4, LONGEST_ENDING = 5;
  const REFINED = 6, LEAST_TO_FORGIVE = 5, LEAST_OF_STEM = 4, MOST_FOR_PHRASE = 80;
  const LEAST_PIECES = 4, BYTES_TO_FORGIVE = 40_000; // of what is looked through, in a language, for a word that stands nowhere
  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const CAPITALS = "^"; // stands before an abbreviation
  const LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`\\";
  const KEYBOARDS = { ru: "йцукенгшщзхъфывапролджэячсмитьбюё\\", uk: "йцукенгшщзхїфівапролджєячсмитьбю'ґ" };

  // Pieces
  const received = new WeakMap();
  const pieces = new Map();
  let manifest, starting;
  window.tlumachSearch = (data) => received.set(document.currentScript, data);
  const load = (name) => {
    if (!pieces.has(name)) {
      pieces.set(name, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = new URL(name + ".js" + (manifest ? `?v=${manifest.version}` : ""), folder);
        script.onload = () => { script.remove(); resolve(received.get(script)); };
        script.onerror = () => { script.remove(); pieces.delete(name); reject(new Error(name)); };
        document.head.append(script);
      }));
    }
    return pieces.get(name);
  };
  const numbers = (text) => {
    const found = [];
    let last = -1, step = 0, scale = 1;
    for (const character of text) {
      const digit = DIGITS.indexOf(character);
      step += (digit & 31) * scale;
      if (digit & 32) scale *= 32;
      else { last += step + 1; found.push(last); step = 0; scale = 1; }
    }
    return found;
  };
  const listed = (text) => (text ? text.split(" ") : []);
  const start = () => (starting ??= readManifest().catch((error) => { starting = null; throw error; }));
  const readManifest = async () => {
    const read = await load("index");
    for (const [place, own] of Object.values(read.languages).entries()) {
      own.place = place;
      const table = own.endings;
      own.pieces = new Map(own.pieces.split(" ").map((beginning, at) => [beginning, at]));
      own.silent = new Set(listed(own.silent));
      own.layers = (table.layers ?? []).map(listed);
      for (const part of ["oneMore", "with", "keep", "unlike", "undouble", "late"]) own[part] = listed(table[part]);
      own.prefix = table.prefix;
      own.latePrefix = table.latePrefix;
      own.swap = Object.entries(table.swap ?? {});
      own.alike = table.alike ?? {};
      own.least = table.least || read.least;
    }
    read.ends = numbers(read.ends).map((end, at) => end - at);
    read.starts = numbers(read.starts);
    read.coded = new RegExp(`${read.escape}.|[${read.codes.replace(/[\\^\]-]/g, "\\$&")}]`, "gsu");
    return (manifest = read);
  };

  // Words
  const visible = (text) => text.normalize("NFC").replace(/\p{Default_Ignorable_Code_Point}/gu, "");
  const fold = (text) => [...visible(text.toLowerCase())].map((letter) => manifest.same[letter] ?? letter).join("")
    .normalize("NFKC").normalize("NFD").replace(/(?<=[a-z])[\u0300-\u036f]+/gu, "").normalize("NFC");
  const WORD = /[\p{L}\p{N}]+(?:['’ʼ‘`´ʹ′＇\u00ad\u0300\u0301\p{Default_Ignorable_Code_Point}]+[\p{L}\p{N}]+)*/gu;
  const POSSESSIVE = /['’ʼ‘`]s$/iu;
  const wordsOf = (text) => [...text.matchAll(WORD)].map((match) => {
    const written = match[0].replace(POSSESSIVE, "");
    return { form: fold(written), at: match.index, end: match.index + written.length };
  });
  const cut = (word, own) => {
    if (own.keep.includes(word)) return word;
    let ending = "";
    for (const layer of own.layers) {
      const kept = own.unlike.some((other) => word.endsWith(other));
      ending = kept ? "" : layer.find((each) =>
        word.endsWith(each) && word.length - each.length >= own.least + own.oneMore.includes(each)) ?? "";
      word = word.slice(0, word.length - ending.length);
      const last = word.at(-1);
      const doubled = own.undouble.includes(ending) && word.length > own.least && last === word.at(-2);
      if (doubled && !"lsz".includes(last)) word = word.slice(0, -1);
    }
    if (own.prefix && own.with.includes(ending) && word.startsWith(own.prefix) && word.length - own.prefix.length >= own.least)
      word = word.slice(own.prefix.length);
    const swapped = word.length >= own.least && own.swap.find(([old]) => word.endsWith(old));
    const [old, now] = swapped || ["", ""];
    if (now.length >= old.length || word.length - old.length >= (/[aeiouyаеоэ]/u.test(old) ? 3 : 2))
      word = word.slice(0, word.length - old.length) + now;
    return word.length >= own.least ? [...word].map((letter) => own.alike[letter] ?? letter).join("") : word;
  };

  // Where words have no spaces between them, what is asked for is its pairs of letters, under which the build has filed each run
  const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\u30fc]{3,}$/u;
  const pairsIn = (form) => {
    const letters = UNSPACED.test(form) ? [...form] : [];
    return letters.length ? letters.slice(1).map((letter, at) => letters[at] + letter) : [form];
  };

  // What is asked for: words, which of them stand in a phrase, and whether the last is still being typed
  const QUOTED = /[«“„"”»]([^«“„"”»]*)(?:[«“„"”»]|$)/gu;
  const read = (query) => {
    const words = [];
    let from = 0, phrases = 0;
    const add = (text, phrase) => words.push(...wordsOf(text).flatMap(({ form }) => pairsIn(form)).map((form) => ({ form, phrase })));
    for (const match of query.matchAll(QUOTED)) {
      add(query.slice(from, match.index));
      add(match[1], ++phrases);
      from = match.index + match[0].length;
    }
    add(query.slice(from));
    if (words.length && /[\p{L}\p{N}]$/u.test(query)) words.at(-1).unfinished = true;
    return words.filter(({ form }) => form);
  };

  // A piece of words: the families of forms by key, the forms by spelling, the names by the first key
  const parsed = new Map();
  const parse = (text) => {
    const byKey = new Map(), forms = [], names = new Map();
    const add = (map, key, value) => (map.has(key) ? map.get(key).push(value) : map.set(key, [value]));
    for (const line of text ? text.split("\n") : []) {
      const [head, ...rest] = line.split("\t");
      if (head[0] === "!") {
        const words = head.slice(1).split(" ").map((word) => word.split(",")).map((keys) => ({
          keys: keys.filter((key) => key[0] !== CAPITALS),
          capitals: keys.find((key) => key[0] === CAPITALS)?.slice(1) ?? "",
        }));
        for (const key of words[0].keys) add(names, key, { words, rows: rest[0] });
      } else {
        const keys = head.split(",");
        const family = rest.map((each) => {
          const [form, rows] = each.split(" ");
          const isCapital = form[0] === CAPITALS;
          return { form: form.slice(isCapital).replace("~", keys[0]), rows, isCapital };
        });
        for (const key of keys) add(byKey, key, family);
        forms.push(...family);
      }
    }
    return { byKey, forms, names };
  };
  const pieceName = (beginning, language) => {
    const { pieces: all } = manifest.languages[language];
    for (let length = beginning.length; length; length--) {
      const at = all.get(beginning.slice(0, length));
      if (at !== undefined) return `${language}/${at}`;
    }
    return "";
  };
  const piece = async (name) => {
    if (!name) return parse("");
    if (!parsed.has(name)) parsed.set(name, parse(await load(name)));
    return parsed.get(name);
  };

  // The rows of a word in a language, with the worth of each; and the forms that are to be marked
  const mayBe = (abbreviation, form) => form.startsWith(abbreviation) || abbreviation.startsWith(form);
  // An abbreviation is no other word, though both are cut alike: НАТО, Ната.
  const told = (forms, asked) => {
    const isAbbreviation = forms.some(({ form, isCapital }) => isCapital && form === asked);
    return forms.filter(({ form, isCapital }) => (isCapital ? mayBe(form, asked) : !isAbbreviation));
  };
  const note = (found, { form, rows }, worth) => {
    found.forms.add(form);
    for (const row of numbers(rows)) if (!(found.rows.get(row) >= worth)) found.rows.set(row, worth);
  };
  const lateKeys = (form, own) => [
    ...own.late.filter((ending) => form.endsWith(ending)).map((ending) => form.slice(0, -ending.length)),
    ...(own.latePrefix && form.startsWith(own.latePrefix) ? [form.slice(own.latePrefix.length)] : []),
  ].map((rest) => cut(rest, own)).filter((base) => base.length >= own.least);
  const lookUp = async (word, language) => {
    const own = manifest.languages[language];
    const found = { rows: new Map(), forms: new Set(), names: [], form: word.form, phrase: word.phrase };
    const key = (found.key = cut(word.form, own));
    const [byKey, byForm] = await Promise.all([key, word.form].map((each) => piece(pieceName(each, language))));
    const families = [...(byKey.byKey.get(key) ?? [])];
    if (!families.length) for (const base of lateKeys(word.form, own))
      families.push(...((await piece(pieceName(base, language))).byKey.get(base) ?? []));
    if (!own.layers.length) // no table cuts words of this language: they are shortened until one is met
      for (let length = word.form.length - 1; !families.length && length >= Math.max(LEAST_UNCUT, word.form.length - LONGEST_ENDING); length--) {
        const base = word.form.slice(0, length);
        families.push(...((await piece(pieceName(base, language))).byKey.get(base) ?? []));
      }
    for (const form of told(families.flat(), word.form)) note(found, form, form.form === word.form ? EXACT : FORM);
    found.names = byKey.names.get(key) ?? [];
    const goesOn = word.unfinished && word.form.length >= word.leastPrefix && (!families.length || word.form.length <= 3);
    if (goesOn) for (const form of byForm.forms)
      if (form.form.startsWith(word.form) && form.form !== word.form) note(found, form, PREFIX * (1 + word.form.length / form.form.length));
    return found;
  };
  // Returns the rows that speak of what the whole query is a name of.
  const addNames = (words) => {
    const named = new Set();
    words.forEach((word, at) => {
      for (const { words: name, rows } of word.names) {
        const said = words.slice(at, at + name.length);
        const fits = said.length === name.length && said.every((each, next) =>
          (name[next].keys.includes(each.key) && (!name[next].capitals || each.form.startsWith(name[next].capitals)))
          || (next && each.unfinished && name[next].keys.some((key) => key.startsWith(each.form))));
        if (!fits) continue;
        const all = numbers(rows);
        if (said.length === words.length) for (const row of all) named.add(row);
        for (const each of said) for (const row of all) if (!each.rows.has(row)) each.rows.set(row, NAME);
      }
    });
    return named;
  };

  // One error of typing
  const isNear = (one, other) => {
    if (Math.abs(one.length - other.length) > 1) return false;
    let at = 0;
    while (at < one.length && one[at] === other[at]) at++;
    const [a, b] = [one.slice(at), other.slice(at)];
    if (a.length === b.length) return a.slice(1) === b.slice(1) || (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2));
    return a.length > b.length ? a.slice(1) === b : a === b.slice(1);
  };
  // Short stems lie so near one another that an error at their edges says nothing.
  const isNearStem = (stem, other) => isNear(stem, other) && (Math.min(stem.length, other.length) > LEAST_OF_STEM
    || (stem.length >= LEAST_OF_STEM && stem[0] === other[0] && stem.at(-1) === other.at(-1)));
  const isLatin = (text) => /[a-z]/.test(text);
  const beginsNear = (beginning, word) =>
    [-1, 0, 1].some((more) => isNear(beginning, word.slice(0, beginning.length + more)));
  const forgive = async (found, language, least, isThorough) => {
    const own = manifest.languages[language];
    if (found.form.length < least || !/^\p{L}+$/u.test(found.form)) return;
    const look = async (names) => {
      for (const { byKey, forms } of await Promise.all(names.map(piece))) {
        for (const form of forms) if (isNear(form.form, found.form)) note(found, form, PREFIX);
        for (const [key, families] of byKey)
          if (isNearStem(key, found.key)) for (const form of families.flat()) note(found, form, SIMILAR);
      }
    };
    await look([...new Set([found.key, found.form].map((each) => pieceName(each, language)))]);
    if (found.rows.size || !isThorough) return;
    const [first, second] = found.form;
    const likely = (beginning) => (beginning[0] === first ? 0 : beginning[0] === second ? 1 : 2);
    const near = [...own.pieces.keys()].filter((beginning) =>
      /^\p{L}/u.test(beginning) && isLatin(beginning) === isLatin(found.form) && beginsNear(beginning, found.form));
    const most = Math.max(LEAST_PIECES, Math.floor(BYTES_TO_FORGIVE / manifest.weight));
    near.sort((one, other) => likely(one) - likely(other));
    await look(near.slice(0, most).map((beginning) => `${language}/${own.pieces.get(beginning)}`));
  };

  // All words together
  const pageOf = (row) => {
    if (row < manifest.pages) return row;
    let low = 0, high = manifest.pages - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (manifest.ends[middle] > row) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const combine = (words, language, named) => {
    const silent = manifest.languages[language].silent;
    const saying = words.filter(({ form }) => !silent.has(form));
    const heavy = saying.length ? saying : words;
    const titles = heavy.map(({ rows }) => new Set([...rows].filter(([row, worth]) => row < manifest.pages && worth >= FORM).map(([row]) => row)));
    const scores = new Map();
    for (const row of new Set(heavy.flatMap(({ rows }) => [...rows.keys()]))) {
      const page = pageOf(row);
      const worths = heavy.map(({ rows }, at) => rows.get(row) ?? (titles[at].has(page) ? BY_TITLE : 0));
      if (worths.includes(0)) continue;
      const least = Math.min(...worths);
      const ofTerm = named.has(row) ? TERM_BONUS : PART_OF_TERM_BONUS;
      const bonus = row < manifest.terms ? ofTerm : row < manifest.pages ? TITLE_BONUS : 0;
      scores.set(row, worths.reduce((sum, worth) => sum + worth, 0) / worths.length + bonus * least);
    }
    return scores;
  };
  const byScore = (one, other) => other.score - one.score || one.row - other.row;
  // Pages in order: by their best paragraph (or title), and by how much of the page is about what is asked for.
  const inPages = (found) => {
    const pages = new Map();
    for (const each of found) {
      const page = pageOf(each.row);
      if (!pages.has(page)) pages.set(page, { page, row: each.row, rows: [] });
      pages.get(page).rows.push(each);
    }
    for (const each of pages.values()) {
      each.rows.sort(byScore);
      const paragraphs = each.rows.filter(({ row }) => row >= manifest.pages);
      const said = paragraphs.reduce((sum, { score }) => sum + Math.min(score, 1), 0);
      const share = said / Math.max(manifest.ends[each.page] - firstRow(each.page), 1);
      const much = Math.min(Math.log(1 + said) / Math.log(1 + MANY), 1);
      const isInPassing = each.page < manifest.aside && paragraphs.length === each.rows.length;
      each.about = ABOUT_BONUS * (0.7 * much + 0.3 * share) + (isInPassing ? IN_PASSING : 0);
      each.score = each.rows[0].score + each.about;
      each.row = each.rows[0].row;
    }
    return [...pages.values()].sort(byScore);
  };

  // Texts: a letter stands for each common word
  const spelledOut = new Map();
  const spellOut = async (text, language) => {
    const words = (await load(`${language}/w`)).split("\n");
    const byCode = spelledOut.get(language) ?? new Map([...manifest.codes].map((code, at) => [code, words[at]]));
    spelledOut.set(language, byCode);
    return text.replace(manifest.coded, (code) => (code.length > 1 ? code.slice(1) : byCode.get(code)));
  };
  const firstRow = (page) => (page ? manifest.ends[page - 1] : manifest.pages);
  const fileOf = (row) => {
    let at = manifest.starts.length - 1;
    while (at && manifest.starts[at] > row) at--;
    return at;
  };
  const pageAt = async (page, language) => {
    const [first, ...lines] = (await load(`p${fileOf(firstRow(page))}`)).split("\n");
    const { folder: into, place } = manifest.languages[language];
    const all = Object.keys(manifest.languages).length + 2; // lines of a page
    const [path, ids, ...names] = lines.slice((page - first) * all, (page - first + 1) * all);
    const [title, shown = title] = (await spellOut(names[place], language)).split("\t");
    return { file: `${into}${path}.html`, ids: ids.split(" "), title, shown };
  };
  const textAt = async (row, language) => {
    const at = fileOf(row);
    return spellOut((await load(`${language}/t${at}`)).split("\n")[row - manifest.starts[at]], language);
  };
  const textOf = async (row, language) => {
    const page = pageOf(row);
    const isTitle = row === page;
    const [{ file, ids, title, shown }, text] = await Promise.all([pageAt(page, language), isTitle ? "" : textAt(row, language)]);
    return { id: ids[isTitle ? 0 : 1 + row - firstRow(page)], text: isTitle ? shown : text, file, title, language };
  };
  const standsInOrder = (words, asked) => {
    for (let at = 0; at + asked.length <= words.length; at++)
      if (asked.every(({ form, forms }, next) => form === words[at + next].form || forms.has(words[at + next].form))) return true;
    return false;
  };
  const present = async ({ row, score, via }, answer) => {
    const [shown, matched] = await Promise.all([textOf(row, answer.language), textOf(row, via)]);
    const asked = answer.byLanguage[via];
    const words = wordsOf(matched.text);
    const phrases = [...new Set(asked.map(({ phrase }) => phrase).filter(Boolean))];
    const kept = phrases.every((phrase) => standsInOrder(words, asked.filter((word) => word.phrase === phrase)));
    const forms = new Set(asked.flatMap((word) => [...word.forms]));
    const marks = words.filter(({ form }) => forms.has(form)).map(({ at, end }) => [at, end]);
    const marked = marks.reduce((sum, [at, end]) => sum + end - at, 0) / (matched.text.length + 1);
    score += DENSITY_BONUS * marked + (asked.length > 1 && standsInOrder(words, asked) ? PHRASE_BONUS : 0);
    const fallback = shown.text || via === answer.language ? shown : await textOf(row, manifest.source);
    const text = (fallback.text ? fallback : matched);
    return {
      row, score, via, kept, page: pageOf(row), isTitle: row < manifest.pages, title: shown.title,
      url: new URL(`../${shown.file}#${shown.id}`, folder).href, text: text.text, language: text.language,
      marks: text === matched || text.text === matched.text ? marks : [], matched: { text: matched.text, marks },
    };
  };

  // The answer: rows in order, those of the reader's language first; texts are loaded as they are shown
  const ask = async (words, language) => {
    const languages = [language, ...Object.keys(manifest.languages).filter((other) => other !== language)];
    const looked = await Promise.all(languages.map((each) => Promise.all(words.map(async (word) => Object.assign(await lookUp(word, each), { unfinished: word.unfinished })))));
    const byLanguage = Object.fromEntries(languages.map((each, at) => [each, looked[at]]));
    const named = Object.fromEntries(languages.map((each) =>
      [each, addNames(byLanguage[each].filter(({ form }) => !manifest.languages[each].silent.has(form)))]));
    return { language, languages, byLanguage, named };
  };
  const isUnknown = (answer, at) => answer.languages.every((each) =>
    !answer.byLanguage[each][at].rows.size && !manifest.languages[each].silent.has(answer.byLanguage[each][at].form));
  const arrange = (answer) => {
    const { language: own, languages, byLanguage, named } = answer;
    const rowsBy = (via) => [...combine(byLanguage[via], via, named[via])].map(([row, score]) => ({ row, score, via }));
    const mine = rowsBy(own);
    const taken = new Set(mine.map(({ row }) => row));
    const others = new Map();
    for (const language of languages.slice(1)) for (const each of rowsBy(language))
      if (!taken.has(each.row) && !(others.get(each.row)?.score >= each.score)) others.set(each.row, each);
    answer.found = [...inPages(mine).map((page) => ({ ...page, isOwn: true })), ...inPages([...others.values()])];
    answer.total = taken.size + others.size;
    answer.own = taken.size;
    return answer;
  };
  const typedOn = (query, site) => [...new Set(Object.keys(site).filter((language) => KEYBOARDS[language]).flatMap((language) => {
    const keys = KEYBOARDS[language];
    const turn = (from, to) => [...query.toLowerCase()].map((letter) => (from.includes(letter) ? to[from.indexOf(letter)] : letter)).join("");
    return [turn(LATIN, keys), turn(keys, LATIN)];
  }))].filter((other) => other !== query.toLowerCase());
  const find = async (query, language = document.documentElement.lang) => {
    const { languages } = await start();
    if (!languages[language]) language = manifest.source;
    const asked = (text, leastPrefix) => read(text).map((word) => ({ ...word, leastPrefix }));
    query = visible(query);
    const words = asked(query, 2);
    if (!words.length) return { found: [], own: 0, total: 0, pages: async () => [], items: async () => [] };
    const answer = arrange(await ask(words, language));
    const unknown = words.map((_, at) => at).filter((at) => isUnknown(answer, at));
    if (answer.found.length || !unknown.length) return finished(answer);
    const turned = await Promise.all(typedOn(query, languages).map(async (other) => Object.assign(await ask(asked(other, 3), language), { read: other })));
    const attempts = [
      ...turned.map((other) => () => arrange(other)),
      () => forgiven(answer, LEAST_TO_FORGIVE, true),
      ...turned.map((other) => () => forgiven(other, LEAST_TO_FORGIVE - 1, false)),
    ];
    for (const attempt of attempts) {
      const other = await attempt();
      if (other.found.length) return finished(other);
    }
    return finished(answer);
  };
  const forgiven = async (answer, least, isThorough) => {
    const words = answer.byLanguage[answer.language];
    const unknown = words.map((_, at) => at).filter((at) => isUnknown(answer, at));
    for (const at of unknown) await Promise.all(answer.languages.map((each) => forgive(answer.byLanguage[each][at], each, least, isThorough)));
    const named = Object.fromEntries(answer.languages.map((each) => [each, { has: () => true }])); // a name with an error is a name
    return Object.assign(arrange(Object.assign(answer, { named })), { similar: true });
  };
  // Pages as they are shown: each with its best paragraphs, and what brings all of them. `items` has those paragraphs in order.
  const finished = (answer) => {
    const pages = pagesOf(answer);
    const items = async (count) => (await pages(count)).flatMap(({ items: some }) => some).slice(0, count);
    return Object.assign(answer, { pages, items });
  };
  const pagesOf = (answer) => {
    const phrased = answer.byLanguage[answer.language].some(({ phrase }) => phrase);
    const done = [];
    let next = 0, looked = 0;
    return async (count) => {
      while (done.length < count && next < answer.found.length && (!phrased || looked < MOST_FOR_PHRASE)) {
        const some = answer.found.slice(next, next + REFINED).filter(({ isOwn }, _, all) => isOwn === all[0].isOwn);
        next += some.length;
        const ready = await Promise.all(some.map((page) => readyPage(page, answer, phrased)));
        looked += some.reduce((sum, { rows }) => sum + rows.length, 0);
        done.push(...ready.filter(({ items }) => items.length).sort(byScore));
      }
      if (phrased) answer.total = done.reduce((sum, { total }) => sum + total, 0);
      return done.slice(0, count);
    };
  };
  const readyPage = async ({ page, rows, about, isOwn }, answer, phrased) => {
    const read = async (some) => (await Promise.all(some.map((each) => present(each, answer)))).filter(({ kept }) => kept).sort(byScore);
    const best = await read(phrased ? rows : rows.slice(0, 2 * LEAD));
    const top = best.find(({ isTitle }) => !isTitle)?.score ?? 0;
    const items = best.filter(({ score }) => score >= LEAST_OF_LEAD * top).slice(0, LEAD);
    return {
      page, items, isOwn, title: items[0]?.title, row: items[0]?.row, score: (items[0]?.score ?? 0) + about,
      total: phrased ? best.length : rows.length,
      all: async () => (phrased ? best : await read(rows)).sort((one, other) => one.row - other.row),
    };
  };
  window.tlumachSearch.find = find;
  window.tlumachSearch.wordsOf = wordsOf;
})();
