// The search box: a combobox with a list of pages and their paragraphs (WAI-ARIA 1.2). What it says stands in a file of the page's language (search-words).
(() => {
  const STEP = 10, EXCERPT = 220, LEAST = 2, NEAR_END = 80;
  const BACK = "M20 11v2H8l5.5 5.5L12 20l-8-8 8-8 1.5 1.5L8 11z";
  const CROSS = "m5 6.4 1.4-1.4L12 10.6 17.6 5 19 6.4 13.4 12l5.6 5.6-1.4 1.4L12 13.4 6.4 19 5 17.6 10.6 12z";
  const box = document.querySelector(".md-search__input");
  const open = document.getElementById("__search");
  const words = window.tlumachSearchWords;
  const names = new Map([...document.querySelectorAll(".languages a")].map((link) => [link.hreflang, link.title]));
  let answer = null, pages = [], shown = 0, asked = 0, current = -1;
  const opened = new Map(); // all paragraphs of the pages of which a reader has asked for all

  const make = (name, attributes = {}, ...children) => {
    const node = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) if (value) node.setAttribute(key, value);
    node.append(...children);
    return node;
  };
  const sign = (path) => {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.append(document.createElementNS(svg.namespaceURI, "path"));
    svg.firstChild.setAttribute("d", path);
    return svg;
  };

  // What only an open box has: the way back on a narrow screen, the button that clears, the answers.
  const { hint, results, clear: toClear } = words;
  const list = make("div", { id: "search-results", role: "listbox", "aria-label": results });
  const status = make("div", { class: "md-search__meta", role: "status", "aria-live": "polite" }, hint);
  const scroller = make("div", { class: "md-search__output", tabindex: "-1" }, status, list);
  box.form.querySelector("label").append(sign(BACK));
  box.form.append(make("button", { class: "md-header__button", type: "reset", title: toClear, "aria-label": toClear, tabindex: "-1" }, sign(CROSS)), scroller);
  box.setAttribute("aria-controls", list.id);

  const marked = (text, marks) => {
    const nodes = [];
    let last = 0;
    for (const [from, to] of marks) {
      nodes.push(text.slice(last, from), make("mark", {}, text.slice(from, to)));
      last = to;
    }
    return [...nodes, text.slice(last)];
  };
  // The part of a text with the most marks, cut at words.
  const excerpt = ({ text, marks }) => {
    if (text.length <= EXCERPT) return marked(text, marks);
    const within = (from) => marks.filter(([at, end]) => at >= from && end <= from + EXCERPT * 0.8).length;
    const best = marks.reduce((top, [at]) => (within(at) > within(top) ? at : top), marks[0]?.[0] ?? 0);
    const near = Math.max(best - EXCERPT / 5, 0);
    const from = near ? text.indexOf(" ", near) + 1 : 0;
    const to = text.length > from + EXCERPT ? text.lastIndexOf(" ", from + EXCERPT) : text.length;
    const part = text.slice(from, to > from ? to : from + EXCERPT);
    const moved = marks.filter(([at, end]) => at >= from && end <= from + part.length).map((each) => each.map((at) => at - from));
    return [from ? "… " : "", ...marked(part, moved), from + part.length < text.length ? " …" : ""];
  };
  const option = (item, number) => {
    const text = make("span", { class: "search-text", lang: item.language }, ...excerpt(item));
    const link = make("a", { role: "option", id: `search-option-${number}`, class: "search-option", href: item.url, tabindex: "-1", "aria-selected": "false" }, text);
    if (item.via !== answer.language && item.text !== item.matched.text)
      link.append(make("span", { class: "search-matched", lang: item.via }, `${names.get(item.via) ?? item.via}: `, ...excerpt(item.matched)));
    return link;
  };
  const line = () => make("div", { class: "search-line", role: "presentation" }, words.others.replace("{count}", answer.total - answer.own));
  const group = (title, number) => {
    const label = make("div", { class: "search-page", id: `search-page-${number}` }, title);
    return make("div", { role: "group", "aria-labelledby": label.id }, label);
  };
  const all = (page, number) => {
    const text = words.all.replace("{count}", page.total);
    const button = make("div", { role: "option", id: `search-option-${number}`, class: "search-option search-all", "aria-selected": "false" }, text);
    button.addEventListener("click", () => showAll(page, number));
    return button;
  };
  const showAll = async (page, number) => {
    const turn = asked;
    const items = await page.all();
    if (turn !== asked) return;
    opened.set(page.page, items);
    render();
    select(number);
    box.focus();
  };
  const render = () => {
    let number = 0, isOwn = true;
    list.replaceChildren();
    for (const page of pages) {
      if (isOwn && !page.isOwn) list.append(line());
      isOwn = page.isOwn;
      const place = group(page.title, number);
      const items = opened.get(page.page) ?? page.items;
      for (const item of items) place.append(option(item, number++));
      if (items.length < page.total) place.append(all(page, number++));
      list.append(place);
    }
    shown = number;
  };
  const say = (text) => { if (status.textContent !== text) status.textContent = text; };
  const tell = (query) => {
    const before = answer.read ? `${words.read.replace("{query}", answer.read)} ` : answer.similar && answer.total ? `${words.similar}. ` : "";
    say(before + (answer.total ? words.count.replace("{count}", answer.total) : words.none.replace("{query}", query)));
  };
  const select = (number) => {
    const options = list.querySelectorAll("[role=option]");
    options[current]?.setAttribute("aria-selected", "false");
    current = options.length ? Math.max(Math.min(number, options.length - 1), -1) : -1;
    options[current]?.setAttribute("aria-selected", "true");
    options[current]?.scrollIntoView({ block: "nearest" });
    if (current < 0) box.removeAttribute("aria-activedescendant");
    else box.setAttribute("aria-activedescendant", options[current].id);
  };
  const expand = () => {
    box.setAttribute("aria-expanded", String(open.checked && shown > 0));
    list.hidden = !open.checked;
    scroller.tabIndex = open.checked ? 0 : -1; // what scrolls can be reached by the keyboard
  };
  const clear = () => {
    answer = null;
    pages = [];
    shown = 0;
    list.replaceChildren();
    select(-1);
    say(hint);
    expand();
  };
  const ask = async () => {
    const query = box.value.trim();
    const turn = ++asked;
    if (query.length < LEAST) return clear();
    try {
      const found = await window.tlumachSearch.find(box.value);
      const first = await found.pages(STEP);
      if (turn !== asked) return;
      [answer, pages] = [found, first];
      opened.clear();
      render();
      select(-1);
      tell(query);
      scroller.scrollTop = 0;
    } catch {
      if (turn === asked) { clear(); say(words.failed); }
    }
    expand();
  };
  const more = async () => {
    if (!answer || pages.length >= answer.found.length) return;
    const [turn, before] = [asked, current];
    const some = await answer.pages(pages.length + STEP);
    if (turn !== asked || some.length <= pages.length) return;
    pages = some;
    render();
    select(before);
  };
  const show = (wanted) => {
    if (open.checked !== wanted) open.click();
    if (!wanted) { box.blur(); select(-1); }
    expand();
  };

  const keys = {
    ArrowDown: async () => { if (current === shown - 1) await more(); select(current + 1); },
    ArrowUp: () => select(current - 1),
    Enter: () => list.querySelectorAll("[role=option]")[Math.max(current, 0)]?.click(),
    Escape: () => show(false),
  };
  box.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Tab") return show(false);
    if (!keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });
  box.addEventListener("input", ask);
  box.addEventListener("focus", () => show(true));
  box.form.addEventListener("submit", (event) => event.preventDefault());
  box.form.addEventListener("reset", () => { asked++; clear(); box.focus(); });
  open.addEventListener("change", () => { if (!open.checked) show(false); });
  list.addEventListener("click", (event) => { if (event.target.closest("a") && !event.ctrlKey && !event.metaKey && !event.shiftKey) show(false); });
  scroller.addEventListener("scroll", () => { if (scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_END) more(); });
  if (document.activeElement === box) show(true);
  ask();
})();
