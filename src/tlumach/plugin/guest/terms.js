/* A term opens its definition where it is used: a link to an entry of the glossary whose card stands at the end of the page.
   Without this script, or in an old browser, it is a link to the entry. */
(function () {
  "use strict";
  var MARGIN = 8;
  function address(link) { return link.href.split("#")[0]; }
  function cards() {
    var found = {};
    document.querySelectorAll("template.tlumach-term").forEach(function (card) {
      var entry = card.content.querySelector("a").getAttribute("href"); /* an address within a template is resolved nowhere */
      found[new URL(entry, location.href).href.split("#")[0]] = card;
    });
    return found;
  }
  function made(card) {
    var shown = document.createElement("div");
    shown.setAttribute("popover", "auto");
    shown.setAttribute("role", "note");
    if (card.lang) { shown.lang = card.lang; }
    shown.className = "md-typeset tlumach-term";
    shown.style.cssText = "position:absolute;inset:auto;margin:0;box-sizing:border-box;width:max-content;" +
      "max-width:min(22rem,calc(100vw - 1rem));max-height:80vh;overflow:auto;padding:.2em 1em;border:1px solid;" +
      "border-radius:.2rem;font-size:.8rem;color:var(--md-typeset-color,CanvasText);" +
      "background:var(--md-default-bg-color,Canvas);box-shadow:0 .2rem .8rem #0005";
    shown.appendChild(card.content.cloneNode(true));
    return shown;
  }
  function open(link, card) {
    var shown = made(card), lines = link.getClientRects(), last = lines[lines.length - 1];
    document.body.appendChild(shown);
    shown.addEventListener("toggle", function (event) {
      link.setAttribute("aria-expanded", String(event.newState === "open"));
      if (event.newState === "closed") { shown.remove(); }
    });
    shown.opener = link;
    shown.showPopover({ source: link });
    var left = Math.min(lines[0].left, document.documentElement.clientWidth - shown.offsetWidth - MARGIN);
    var below = last.bottom + MARGIN + shown.offsetHeight < window.innerHeight || lines[0].top < shown.offsetHeight + MARGIN;
    shown.style.left = Math.max(left, MARGIN) + window.scrollX + "px";
    shown.style.top = (below ? last.bottom + MARGIN / 2 : lines[0].top - shown.offsetHeight - MARGIN / 2) + window.scrollY + "px";
  }
  function ready() {
    if (!HTMLElement.prototype.showPopover) { return; }
    var known = cards();
    document.querySelectorAll("p a[href], li a[href], dd a[href], td a[href]").forEach(function (link) {
      var card = known[address(link)];
      if (!card || link.dataset.term || link.closest("nav, header, footer, h1, h2, h3, h4, h5, h6, [popover]")) { return; }
      link.dataset.term = "opens";
      link.style.textDecoration = "underline dotted 2px";
      link.style.textUnderlineOffset = ".22em";
      link.setAttribute("role", "button");
      link.setAttribute("aria-expanded", "false");
      var wasOpen = false;
      function isOpen() {
        var shown = document.querySelector(".tlumach-term[popover]");
        return Boolean(shown) && shown.opener === link;
      }
      function toggle(event) {
        if (event.ctrlKey || event.metaKey || event.shiftKey) { return; }
        event.preventDefault();
        event.stopPropagation(); /* Material's instant loading would follow it */
        if (!wasOpen && !isOpen()) { open(link, card); }
        wasOpen = false;
      }
      link.addEventListener("pointerdown", function () { wasOpen = isOpen(); }); /* which closes it */
      link.addEventListener("click", toggle);
      link.addEventListener("keydown", function (event) { if (event.key === " ") { toggle(event); } });
    });
  }
  if (document.readyState === "loading") { document.addEventListener("DOMContentLoaded", ready); } else { ready(); }
  if (window.document$) { window.document$.subscribe(ready); } /* Material's instant loading puts other pages in place */
})();
