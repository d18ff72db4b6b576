/* The language switch keeps the place: a link to the same page in another language gets the id of the block that is read.
   The links beside a paragraph take no room in its lines, so that the page is set as it was: many languages would fill a line. */
(function () {
  "use strict";
  if (document.adoptedStyleSheets && "replaceSync" in CSSStyleSheet.prototype) {  // no style in the page: a policy may forbid it
    var sheet = new CSSStyleSheet();
    var shown = ":is(:hover, :target) > .tlumach-links, .tlumach-links:focus-within";
    sheet.replaceSync(".tlumach-links { position: absolute; pointer-events: none }"
      + shown + " { z-index: 1; pointer-events: auto; background: var(--md-default-bg-color, Canvas) }"
      + ":is(" + shown + ") .headerlink { opacity: 1 }");
    document.adoptedStyleSheets = document.adoptedStyleSheets.concat([sheet]);
  }
  function placed() {
    var found = null, marks = document.querySelectorAll(".tlumach-links");
    if (window.scrollY < 80) { return null; }
    for (var i = 0; i < marks.length; i++) {
      var own = marks[i].querySelector("a[href*='#']");
      if (own && marks[i].parentElement.getBoundingClientRect().top > window.innerHeight / 3) { break; }
      if (own) { found = own.getAttribute("href").split("#")[1]; }
    }
    return found;
  }
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a[hreflang]");
    if (!link || link.closest(".tlumach-links")) { return; }
    var id = placed();
    if (id) { link.hash = id; }
  }, true);
})();
