// The way out when Soepel does not start or stops: a text, another try, a copy of what is saved.
//
// Written for browsers that know no module, no arrow and no WebAssembly, and apart from boot.js,
// because it must work when that file does not. It reads localStorage and never writes to it.
(function () {
  "use strict";

  var PATIENCE_MS = 15000;
  var TEXTS = {
    "too-old": {
      nl: ["Je browser is te oud voor Soepel", "Werk je browser of je telefoon bij. Open Soepel daarna opnieuw. Soepel laat je geschiedenis staan."],
      en: ["Your browser is too old for Soepel", "Update your browser or your phone. Then open Soepel again. Soepel leaves your history as it is."]
    },
    stuck: {
      nl: ["Soepel start niet", "Het laden lukt niet, of het duurt te lang. Probeer het opnieuw. Soepel laat je geschiedenis staan."],
      en: ["Soepel does not start", "Loading fails, or it takes too long. Try again. Soepel leaves your history as it is."]
    },
    stopped: {
      nl: ["Soepel is gestopt", "Er ging iets mis in de app. Open Soepel opnieuw. Soepel laat je geschiedenis staan."],
      en: ["Soepel has stopped", "Something went wrong in the app. Open Soepel again. Soepel leaves your history as it is."]
    }
  };
  var BUTTONS = {
    nl: { again: "Probeer het opnieuw", fetch: "Haal Soepel opnieuw van internet", copy: "Bewaar een kopie van je geschiedenis" },
    en: { again: "Try again", fetch: "Fetch Soepel from the internet again", copy: "Save a copy of your history" }
  };
  var root = document.documentElement;

  if (isTooOld()) {
    root.setAttribute("data-too-old", "");
    show("too-old");
  } else {
    var watchdog = setTimeout(function () { show("stuck"); }, PATIENCE_MS);
    window.addEventListener("soepel-stuck", function () { show("stuck"); });
    new MutationObserver(function (_, observer) {
      if (!root.hasAttribute("data-app-ready")) return;
      observer.disconnect();
      clearTimeout(watchdog);
      hide();
      window.addEventListener("soepel-stopped", function () { show("stopped"); });
    }).observe(root, { attributes: true, attributeFilter: ["data-app-ready"] });
  }

  function isTooOld() {
    return !("noModule" in document.createElement("script")) ||
      typeof WebAssembly !== "object" ||
      typeof HTMLDialogElement !== "function";
  }

  function show(why) {
    if (document.getElementById("rescue")) return;
    var section = document.createElement("section");
    section.id = "rescue";
    section.className = "rescue";
    section.setAttribute("role", "alert");
    ["nl", "en"].forEach(function (language) {
      section.appendChild(inLanguage(language, why));
    });
    document.body.insertBefore(section, document.body.firstChild);
    section.scrollIntoView();
  }

  function hide() {
    var section = document.getElementById("rescue");
    if (section) section.parentNode.removeChild(section);
  }

  function inLanguage(language, why) {
    var part = document.createElement("div");
    part.lang = language;
    part.appendChild(element("h2", TEXTS[why][language][0]));
    part.appendChild(element("p", TEXTS[why][language][1]));
    if (why !== "too-old") {
      part.appendChild(button(BUTTONS[language].again, reload));
      if ("caches" in window) part.appendChild(button(BUTTONS[language].fetch, fetchAgain));
    }
    if (saved()) part.appendChild(button(BUTTONS[language].copy, saveCopy));
    return part;
  }

  function element(name, text) {
    var made = document.createElement(name);
    made.textContent = text;
    return made;
  }

  function button(text, act) {
    var made = element("button", text);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  }

  // Drops the offline copy, which may itself be what is broken, and nothing else. Only when the host
  // answers: without internet a broken copy is still more than none.
  function fetchAgain() {
    fetch("./sw.js", { cache: "no-store" }).then(function (answer) {
      if (answer.ok) return dropCopies();
    }).then(reload, reload);
  }

  function dropCopies() {
    return navigator.serviceWorker.getRegistration().then(function (registration) {
      if (!registration) return;
      var ending = "@" + new URL(registration.scope).pathname;
      return registration.unregister().then(function () { return caches.keys(); }).then(function (names) {
        return Promise.all(names.filter(function (name) {
          return name.indexOf("soepel-") === 0 && name.slice(name.indexOf("@")) === ending;
        }).map(function (name) { return caches.delete(name); }));
      });
    });
  }

  function reload() {
    location.reload();
  }

  // Everything under `soepel.`, letter for letter; null when there is nothing or it can't be read.
  function saved() {
    var found = null;
    try {
      for (var i = 0; i < localStorage.length; i++) {
        var key = localStorage.key(i);
        if (key.indexOf("soepel.") !== 0) continue;
        found = found || {};
        found[key] = localStorage.getItem(key);
      }
    } catch (unreadable) {
      return null;
    }
    return found;
  }

  function saveCopy() {
    var file = new Blob([JSON.stringify(saved(), null, 2)], { type: "application/json" });
    var link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = "soepel-kopie-" + new Date().toISOString().slice(0, 10) + ".json";
    document.body.appendChild(link);
    link.click();
    document.body.removeChild(link);
    // Safari reads the file after the click has returned.
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 60000);
  }
})();
