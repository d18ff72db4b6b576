/* A page that has moved: go on to the new address with the mark (#…) of the old one, which no refresh of HTML keeps. */
(function () {
  "use strict";
  var link = document.querySelector("link[rel='next']");
  if (link) { window.location.replace(link.href + window.location.hash); }
})();
