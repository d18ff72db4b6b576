// Compares two copies on the page that says how to check one: which is newer, which paragraphs differ. The files are read here and
// sent nowhere. What it finds is what `tlumach compare` finds (editions/copies/reading.py, comparing.py).
(function () {
  "use strict";

  // Where a paragraph ends, and what nobody sees: as in reading.py.
  const BLOCKS = "address,article,aside,blockquote,body,caption,dd,details,div,dl,dt,figcaption,figure,footer,h1,h2,h3,h4,h5,h6," +
    "header,li,main,nav,ol,p,pre,section,summary,table,tbody,td,tfoot,th,thead,tr,ul";
  const UNSEEN = "button,script,style,template,title";
  const MARK = /\[\d+\]|↓/g;
  const RULE = /^\s*[=\-_*~]{3,}\s*$/;
  const VERSION = /(?<![\p{L}\p{N}_])(\d{4}-\d\d-\d\d|–)\s*:\s*(\p{L}+(?:\s+\p{L}+){5})(?!\p{L})/u;
  const UNLIKE = 0.2; // where less is the same, two files are hardly of one text

  const words = (text) => text.replace(MARK, "").split(/\s+/).filter(Boolean).join(" ");

  function ofHtml(text) {
    const tree = new DOMParser().parseFromString(text, "text/html");
    const found = [];
    let last = null;
    const walker = tree.createTreeWalker(tree.body, NodeFilter.SHOW_ALL);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const isBreak = node.nodeName === "BR";
      if (node.nodeType !== Node.TEXT_NODE && !isBreak) continue;
      const parent = node.parentElement, mark = parent.closest("sup");
      if (parent.closest(UNSEEN) || (mark && mark.querySelector("a"))) continue;
      const block = parent.closest(BLOCKS), spoken = parent.closest("[lang]");
      const language = spoken ? spoken.lang : "";
      if (!last || last.block !== block || last.language !== language) {
        last = { block, language, text: "" };
        found.push(last);
      }
      last.text += isBreak ? " " : node.data;
    }
    return found;
  }

  const ofText = (text) => text.replace(/\r\n/g, "\n").split(/\n[ \t]*\n/).map((part) => (
    { language: "", text: part.split("\n").filter((line) => !RULE.test(line)).join(" ") }));

  function versionIn(text) {
    const found = VERSION.exec(text);
    return found && { day: found[1] === "–" ? "" : found[1], code: found[2].toLowerCase().split(/\s+/) };
  }

  function copyOf(text) {
    const said = (/<html/i.test(text.slice(0, 2000)) ? ofHtml(text) : ofText(text))
      .map(({ language, text }) => ({ language, text: words(text) })).filter(({ text }) => text);
    const versions = said.map(({ text }) => versionIn(text));
    return { version: versions.find(Boolean) || null, paragraphs: said.filter((_, at) => !versions[at]) };
  }

  // A code in numbers, so that it is the same in each language; the words themselves where no list has them all.
  function numbersOf(code, lists) {
    const list = Object.values(lists).find((each) => code.every((word) => each.includes(word)));
    return (list ? code.map((word) => list.indexOf(word)) : code).join(" ");
  }

  // Paragraphs that only one of the two has, beside each other where they stand after the same paragraph.
  function differences(old, now) {
    const found = [];
    for (const language of new Set([...now, ...old].map((each) => each.language))) {
      const texts = [old, now].map((copy) => copy.filter((each) => each.language === language).map((each) => each.text));
      const gaps = new Map();
      texts.forEach((own, side) => {
        const other = new Set(texts[1 - side]);
        let after = "";
        for (const text of own) {
          if (other.has(text)) { after = text; continue; }
          if (!gaps.has(after)) gaps.set(after, [[], []]);
          gaps.get(after)[side].push(text);
        }
      });
      for (const [gone, come] of gaps.values()) {
        for (let at = 0; at < Math.max(gone.length, come.length); at++) {
          found.push({ language, then: gone[at] || "", now: come[at] || "" });
        }
      }
    }
    return found;
  }

  function areUnlike(old, now) {
    const [one, other] = [old, now].map((copy) => new Set(copy.map((each) => each.text)));
    return [...one].filter((text) => other.has(text)).length < UNLIKE * Math.min(one.size, other.size);
  }

  const made = (name, text) => Object.assign(document.createElement(name), { textContent: text });

  // The words that are the same at both ends stand once, those between as they were and as they are.
  function marked({ language, then, now }) {
    const [one, other] = [then, now].map((text) => text.split(" ").filter(Boolean));
    let start = 0, end = 0;
    while (start < Math.min(one.length, other.length) && one[start] === other[start]) start++;
    while (end < Math.min(one.length, other.length) - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end++;
    const item = made("li", "");
    if (language) item.lang = language;
    const parts = [["span", one.slice(0, start)], ["del", one.slice(start, one.length - end)],
      ["ins", other.slice(start, other.length - end)], ["span", end ? one.slice(-end) : []]];
    for (const [name, said] of parts) if (said.length) item.append(made(name, said.join(" ")), " ");
    return item;
  }

  const form = document.getElementById("compare-form"), place = document.getElementById("compare-copies");
  if (!form || !place) return;
  place.after(form);
  place.hidden = true;
  form.hidden = false;
  const answer = form.querySelector("[role=status]"), say = form.dataset;

  let lists = null;
  const known = () => lists || (lists = new Promise((done) => {
    const script = document.createElement("script");
    script.src = say.words;
    script.onload = () => done(window.tlumachCodeWords);
    script.onerror = () => done({});
    document.head.append(script);
  }));

  async function given(fields, number) {
    const file = fields.querySelector("[type=file]").files[0], line = fields.querySelector("[type=text]").value;
    const copy = file ? copyOf(await file.text()) : { version: versionIn(line), paragraphs: [] };
    if (!copy.version) throw new Error(say.bad.replace("#", number));
    copy.code = numbersOf(copy.version.code, await known());
    return copy;
  }

  function* said([one, other]) {
    if (one.code === other.code) yield made("p", say.sameVersion);
    else if (one.version.day === other.version.day || !one.version.day || !other.version.day) yield made("p", say.untold);
    else yield made("p", say.newer.replace("#", one.version.day > other.version.day ? 1 : 2));
    if (!one.paragraphs.length || !other.paragraphs.length) return;
    if (areUnlike(one.paragraphs, other.paragraphs)) { yield made("p", say.unlike); return; }
    const found = differences(one.paragraphs, other.paragraphs);
    yield made("p", found.length ? say.differ : say.same);
    const list = made("ul", "");
    list.append(...found.map(marked));
    if (found.length) yield list;
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      const copies = [];
      for (const [at, fields] of form.querySelectorAll("fieldset").entries()) copies.push(await given(fields, at + 1));
      answer.replaceChildren(...said(copies));
    } catch (error) {
      answer.replaceChildren(made("p", error.message));
    }
  });
}());
