// The language switch keeps the place: it leads to the block that stands at the top of the screen now.
const text = document.querySelector("article");
const firstInView = () =>
  [...text.querySelectorAll(":scope [id]")].find(
    (block) => block.querySelector(":scope > .block-links .block-other") && block.getBoundingClientRect().bottom > 80
  );
const keepPlace = (event) => {
  const link = event.target.closest(".languages a");
  const block = link && window.scrollY > 0 && firstInView();
  if (link) link.hash = block ? `#${block.id}` : "";
};
for (const kind of ["pointerdown", "focusin", "click"]) document.addEventListener(kind, keepPlace, true);

// A term opens its definition in place. Without this script, or in an old browser, it is a link to its entry.
const MARGIN = 8;
const place = (card, link) => {
  const lines = link.getClientRects(); // a link may run over several lines: the card stands clear of all of them
  const at = { left: lines[0].left, top: lines[0].top, bottom: lines[lines.length - 1].bottom };
  const above = at.top - 2 * MARGIN;
  const below = window.innerHeight - at.bottom - 2 * MARGIN;
  card.style.maxHeight = ""; // what does not fit where there is most room scrolls
  const goesBelow = card.offsetHeight <= below || below >= above;
  card.style.maxHeight = `min(80vh, ${goesBelow ? below : above}px)`;
  const left = Math.min(at.left, document.documentElement.clientWidth - card.offsetWidth - MARGIN);
  card.style.left = `${Math.max(left, MARGIN) + window.scrollX}px`;
  card.style.top = `${(goesBelow ? at.bottom + MARGIN / 2 : at.top - card.offsetHeight - MARGIN / 2) + window.scrollY}px`;
};
const AFTER = 400; // milliseconds that a pointer rests on a link before its card opens, or is off both before it closes
const opensInPlace = (link, card, fill = () => {}) => {
  if (!card?.showPopover) return;
  let wasOpen = false;
  let timer;
  const isOpen = () => card.matches(":popover-open") && card.opener === link;
  const open = () => {
    if (isOpen()) return;
    if (card.matches(":popover-open")) card.hidePopover();
    fill();
    card.opener = link;
    card.showPopover({ source: link });
    place(card, link);
  };
  const later = (act) => (event) => {
    clearTimeout(timer);
    if (event.pointerType === "mouse") timer = setTimeout(act, AFTER);
  };
  const close = later(() => { if (isOpen() && card.byHover && !card.matches(":hover")) card.hidePopover(); });
  const toggle = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    clearTimeout(timer);
    if (wasOpen || isOpen()) card.hidePopover();
    else open();
    card.byHover = false;
    wasOpen = false;
  };
  for (const [name, value] of [["role", "button"], ["aria-expanded", "false"], ["aria-controls", card.id]]) link.setAttribute(name, value);
  link.addEventListener("pointerdown", () => { wasOpen = isOpen() && !card.byHover; });
  link.addEventListener("click", toggle);
  link.addEventListener("keydown", (event) => { if (event.key === " ") toggle(event); });
  link.addEventListener("pointerenter", later(() => { if (!isOpen()) { open(); card.byHover = true; } }));
  link.addEventListener("pointerleave", close);
  card.addEventListener("pointerleave", close);
  card.addEventListener("toggle", (event) => {
    const isThis = event.newState === "open" && card.opener === link;
    link.setAttribute("aria-expanded", String(isThis));
    if (isThis) link.setAttribute("aria-describedby", card.id); // who listens hears what opened, and stays where the words are
    else link.removeAttribute("aria-describedby");
  });
};
for (const link of document.querySelectorAll("a.term")) {
  const card = document.getElementById(`term-${decodeURIComponent(/([^/]+?)(\.html|\/)$/.exec(link.pathname)?.[1] ?? "")}`);
  card?.setAttribute("role", "group");
  card?.setAttribute("aria-label", card.querySelector("strong").textContent);
  card?.insertAdjacentHTML("beforeend", '<p class="term-card__entry"><a></a></p>');
  const entry = card?.querySelector(".term-card__entry a");
  if (entry) [entry.href, entry.textContent] = [link.href, card.parentElement.dataset.entry];
  opensInPlace(link, card);
}

// A footnote opens where its mark stands, in one card for all. Without this script the mark is a link to it.
const marks = document.querySelectorAll("a.footnote-ref");
if (marks.length) {
  const card = document.createElement("div");
  card.popover = "auto";
  card.id = "note-card";
  card.className = "note-card";
  card.setAttribute("role", "note");
  text.append(card);
  for (const mark of marks) {
    const note = document.getElementById(decodeURIComponent(mark.hash.slice(1)));
    if (!note) continue;
    opensInPlace(mark, card, () => {
      card.replaceChildren(...[...note.cloneNode(true).childNodes]);
      for (const back of card.querySelectorAll(".footnote-backref")) back.remove();
      card.setAttribute("aria-label", mark.textContent);
    });
  }
}
