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
  const left = Math.min(at.left, document.documentElement.clientWidth - card.offsetWidth - MARGIN);
  const below = at.bottom + MARGIN + card.offsetHeight < window.innerHeight || at.top < card.offsetHeight + MARGIN;
  card.style.left = `${Math.max(left, MARGIN) + window.scrollX}px`;
  card.style.top = `${(below ? at.bottom + MARGIN / 2 : at.top - card.offsetHeight - MARGIN / 2) + window.scrollY}px`;
};
const opensInPlace = (link) => {
  const card = document.getElementById(`term-${link.dataset.term}`);
  if (!card?.showPopover) return;
  let wasOpen = false;
  const toggle = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (wasOpen || card.matches(":popover-open")) card.hidePopover();
    else {
      card.showPopover({ source: link });
      place(card, link);
    }
    wasOpen = false;
  };
  for (const [name, value] of [["role", "button"], ["aria-expanded", "false"], ["aria-controls", card.id]]) link.setAttribute(name, value);
  link.addEventListener("pointerdown", () => { wasOpen = card.matches(":popover-open"); });
  link.addEventListener("click", toggle);
  link.addEventListener("keydown", (event) => { if (event.key === " ") toggle(event); });
  card.addEventListener("toggle", (event) => link.setAttribute("aria-expanded", String(event.newState === "open")));
};
for (const link of document.querySelectorAll("a.term")) opensInPlace(link);

// The glossary's list can be filtered as one types.
const filter = document.querySelector(".term-filter");
const plainly = (text) => text.toLowerCase().replace(/ё/g, "е").replace(/[ʼ’]/g, "'");
if (filter) {
  filter.hidden = false;
  filter.addEventListener("input", (event) => {
    const wanted = plainly(event.target.value.trim());
    for (const list of document.querySelectorAll("article > ul:not(.downloads)")) {
      for (const item of list.children) item.hidden = !plainly(item.textContent).includes(wanted);
      const none = [...list.children].every((item) => item.hidden);
      list.hidden = none;
      if (list.previousElementSibling?.tagName === "H2") list.previousElementSibling.hidden = none;
    }
  });
}
