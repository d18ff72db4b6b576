/* The language switch keeps the place: a link to the same page in another language gets the id of the block that is read. */
(function () {
  "use strict";
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
