// The way out when Soepel does not start or stops, and the safe mode after it stopped twice.
//
// Written for browsers that know no module, no arrow and no WebAssembly, and apart from boot.js,
// because it must work when that file does not. kept.js reads what is kept.
(function () {
  "use strict";

  var PATIENCE_MS = 15000;
  var MENDING_MS = 8000;
  // Two stops within this of each other's start lead to the safe mode.
  var SOON_MS = 60000;
  // In the storage of the tab, so that the archive never meets it and it survives a reload.
  var STOPS = "soepel-stops";
  // Page timers that may still be waiting when the program stops.
  var MOST_TIMERS = 5000;
  var MOST_LISTED = 200;
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
      nl: ["Soepel is gestopt", "Er ging iets mis in de app. Daarna is er niets meer opgeschreven. Wat al bewaard was, staat er nog."],
      en: ["Soepel has stopped", "Something went wrong in the app. Nothing was written after that. What was saved before is still there."]
    },
    again: {
      nl: ["Soepel is weer gestopt", "Er ging kort na het openen weer iets mis. Open de veilige stand: daar zie je wat er bewaard is en kun je een kopie maken."],
      en: ["Soepel has stopped again", "Something went wrong again soon after opening. Open the safe mode: it shows what is saved, and you can make a copy there."]
    },
    safe: {
      nl: ["Veilige stand", "Soepel zelf draait nu niet. Je ziet hier wat er bewaard is. Je kunt een kopie maken of terugzetten."],
      en: ["Safe mode", "Soepel itself is not running now. This shows what is saved. You can make a copy or put one back."]
    }
  };
  var WORDS = {
    nl: {
      again: "Probeer het opnieuw", fetch: "Haal Soepel opnieuw van internet", copy: "Bewaar een kopie van je geschiedenis",
      on: "Ga verder", safe: "Open de veilige stand", normal: "Start Soepel gewoon", back: "Zet een kopie terug",
      details: "Kopieer de foutmelding", copied: "De foutmelding is gekopieerd.", notCopied: "Kopiëren lukt niet. Selecteer de tekst hieronder.",
      about: "Foutmelding", running: "Er liep een sessie. Die kun je straks verder doen.",
      saved: "De kopie staat bij je downloads.", partly: "De kopie is gemaakt, maar één van de twee opslagplaatsen was niet te lezen.",
      loading: "Even kijken wat er bewaard is…", unreadable: "Wat er bewaard is, kan hier niet gelezen worden.",
      sessions: "Sessies", lastOn: "Laatste sessie", others: "Plan, routines en meer", settings: "Instellingen",
      journal: "Een sessie die nog liep", damaged: "Teksten die niet te lezen zijn", yes: "ja", no: "nee", list: "Bekijk je sessies", minutes: "min",
      other: "Dit is geen kopie van Soepel. Een exportbestand zet je terug in Soepel zelf.",
      told: function (told) { return told.back + " teruggezet, " + told.there + " stonden er al, " + told.damaged + " beschadigd." + (told.full ? " De opslag is vol." : ""); }
    },
    en: {
      again: "Try again", fetch: "Fetch Soepel from the internet again", copy: "Save a copy of your history",
      on: "Go on", safe: "Open the safe mode", normal: "Start Soepel as usual", back: "Put a copy back",
      details: "Copy the error message", copied: "The error message is copied.", notCopied: "Copying does not work. Select the text below.",
      about: "Error message", running: "A session was running. You can go on with it.",
      saved: "The copy is in your downloads.", partly: "The copy is made, but one of the two stores could not be read.",
      loading: "Looking at what is saved…", unreadable: "What is saved cannot be read here.",
      sessions: "Sessions", lastOn: "Last session", others: "Plan, routines and more", settings: "Settings",
      journal: "A session that was still running", damaged: "Texts that cannot be read", yes: "yes", no: "no", list: "See your sessions", minutes: "min",
      other: "This is not a copy of Soepel. Put an export file back in Soepel itself.",
      told: function (told) { return told.back + " put back, " + told.there + " were there already, " + told.damaged + " damaged." + (told.full ? " The storage is full." : ""); }
    }
  };
  var root = document.documentElement;
  // What makes sound, so that it can be silenced when the app no longer can.
  var sounding = [];
  var stopped = false;
  var kept = window.soepelKept;

  if (isTooOld()) {
    root.setAttribute("data-too-old", "");
    show("too-old");
  } else if (isSafe()) {
    root.setAttribute("data-safe", "");
    showOver("safe");
  } else {
    var watchdog = setTimeout(function () { show("stuck"); }, PATIENCE_MS);
    window.addEventListener("soepel-stuck", function () { if (!stopped) show("stuck"); });
    window.addEventListener("soepel-stopped", function (event) { stop(event.problem || event.detail); });
    // A file of the page that does not come, or comes as something else: no need to wait.
    window.addEventListener("error", function (event) {
      if (event.target && event.target.nodeName === "SCRIPT") missScript(event.target);
      else if (/\/boot\.js$/.test(event.filename) && !root.hasAttribute("data-app-ready")) show("stuck");
      else if (isOurs(event.error, event.filename)) stop(event.error || event.message);
    }, true);
    window.addEventListener("unhandledrejection", function (event) {
      if (event.reason instanceof WebAssembly.RuntimeError) stop(event.reason);
    });
    rememberSound();
    new MutationObserver(function (_, observer) {
      if (!root.hasAttribute("data-app-ready")) return;
      observer.disconnect();
      clearTimeout(watchdog);
      hide();
      // It runs: what happened before is over.
      setTimeout(function () { if (!stopped) forgetStops(); }, SOON_MS);
    }).observe(root, { attributes: true, attributeFilter: ["data-app-ready"] });
  }

  function isTooOld() {
    return !("noModule" in document.createElement("script")) ||
      typeof WebAssembly !== "object" ||
      typeof HTMLDialogElement !== "function";
  }

  // ---- The program has stopped.

  function missScript(script) {
    var ours = script.src.indexOf(new URL("./", document.baseURI).href) === 0;
    if (ours && !root.hasAttribute("data-app-ready")) show("stuck");
  }

  // A trap, or an error that came out of the program. What a browser refuses is none.
  function isOurs(problem, file) {
    if (problem instanceof WebAssembly.RuntimeError) return true;
    if (problem instanceof DOMException) return false;
    var program = document.querySelector("script[data-wasm]");
    var name = program && program.getAttribute("data-js").replace(/^.*\//, "");
    var place = String(file || "") + String((problem instanceof Error && problem.stack) || "");
    return place.indexOf(".wasm") >= 0 || Boolean(name && place.indexOf(name) >= 0);
  }

  function stop(problem) {
    if (stopped) return;
    stopped = true;
    window.dispatchEvent(new CustomEvent("soepel-dead"));
    var times = countStop();
    quietly(stopWriting);
    quietly(silence);
    hide();
    showOver(times > 1 ? "again" : "stopped", described(problem));
    quietly(stopTimers);
  }

  function quietly(act) {
    try {
      act();
    } catch (problem) {
      // The rest goes on: what cannot be stopped meets a program that does not answer.
    }
  }

  function stopTimers() {
    var last = Number(setTimeout(function () {}, 0));
    for (var id = last; id > 0 && id > last - MOST_TIMERS; id--) {
      clearTimeout(id);
      clearInterval(id);
    }
    var frame = requestAnimationFrame(function () {});
    for (id = frame; id > 0 && id > frame - MOST_TIMERS; id--) cancelAnimationFrame(id);
  }

  function stopWriting() {
    function nothing() {}
    ["setItem", "removeItem", "clear"].forEach(function (name) { Storage.prototype[name] = nothing; });
    function refuse() { throw new Error("Soepel has stopped"); }
    ["put", "add", "delete", "clear"].forEach(function (name) { IDBObjectStore.prototype[name] = refuse; });
  }

  function rememberSound() {
    quietly(function () {
      var Context = window.AudioContext;
      if (Context) {
        window.AudioContext = function (options) {
          var made = options === undefined ? new Context() : new Context(options);
          sounding.push(made);
          return made;
        };
        window.AudioContext.prototype = Context.prototype;
      }
      var play = HTMLMediaElement.prototype.play;
      HTMLMediaElement.prototype.play = function () {
        if (sounding.indexOf(this) < 0) sounding.push(this);
        return play.call(this);
      };
    });
  }

  function silence() {
    sounding.forEach(function (source) {
      quietly(function () {
        if (source.pause) source.pause();
        else source.close();
      });
    });
    if (window.speechSynthesis) window.speechSynthesis.cancel();
    if (navigator.mediaSession) navigator.mediaSession.playbackState = "none";
  }

  // What went wrong and where, without anything that somebody wrote: texts in quotes are left out.
  function described(problem) {
    var script = document.querySelector("script[data-wasm]");
    var build = script ? script.getAttribute("data-wasm").replace(/^.*-([0-9a-f]+)_bg.*$/, "$1") : "?";
    var message = problem instanceof Error ? problem.name + ": " + problem.message : String(problem || "?");
    var place = problem instanceof Error ? String(problem.stack || "").split("\n").slice(1, 7).join("\n") : "";
    return [
      message.replace(/"[^"]*"|`[^`]*`/g, "…").slice(0, 400),
      place.slice(0, 800),
      "build " + build,
      // The place in the app is one of its own names: what follows it could be anything.
      "page " + location.hash.split(/[?/]/).slice(0, 2).join("/"),
      navigator.userAgent,
      new Date().toISOString()
    ].filter(Boolean).join("\n");
  }

  // ---- How often it stopped.

  function countStop() {
    var soon = (window.performance ? performance.now() : 0) < SOON_MS;
    var times = (soon ? stops() : 0) + 1;
    try {
      sessionStorage.setItem(STOPS, String(times));
    } catch (full) {
      // Then the safe mode is a link away.
    }
    return times;
  }

  function stops() {
    try {
      return Number(sessionStorage.getItem(STOPS)) || 0;
    } catch (unreadable) {
      return 0;
    }
  }

  function forgetStops() {
    // Not by removeItem, which is switched off once the program has stopped.
    quietly(function () { delete sessionStorage[STOPS]; });
  }

  function isSafe() {
    return stops() > 1 || /[?&]safe=1(&|$)/.test(location.search);
  }

  // ---- What is shown.

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
      part.appendChild(button(WORDS[language].again, why === "stuck" ? mendAndReload : reload));
      if ("caches" in window) part.appendChild(button(WORDS[language].fetch, fetchAgain));
    }
    if (kept) offerCopy(part, language, why);
    return part;
  }

  // At once when there is something in the first store or it cannot be read, else when the second
  // store has something.
  function offerCopy(part, language, why) {
    var one = kept.first();
    function add() {
      part.appendChild(button(WORDS[language].copy, function () { kept.save(document.body); }));
      if (why === "stuck") part.appendChild(button(WORDS[language].safe, openSafeMode));
    }
    if (!one || Object.keys(one).length > 0) return add();
    kept.both(function (_, two) {
      if (two && Object.keys(two).length > 0) add();
    });
  }

  // Over everything, whatever else is open: a modal dialog makes the rest inert by itself.
  function showOver(why, details) {
    var dialog = document.createElement("dialog");
    dialog.id = "stopped";
    dialog.className = "stopped";
    dialog.setAttribute("role", "alertdialog");
    dialog.setAttribute("aria-labelledby", "stopped-title");
    dialog.setAttribute("aria-describedby", "stopped-text");
    dialog.addEventListener("cancel", function (event) { event.preventDefault(); });
    // Nothing else on this page can be used: a dialog that a browser closed opens again.
    dialog.addEventListener("close", function () { dialog.showModal(); });
    var languages = known();
    languages.forEach(function (language, index) {
      var part = document.createElement("div");
      part.className = "stopped__part";
      part.lang = language;
      fill(part, language, why, details, index === 0);
      dialog.appendChild(part);
    });
    document.body.appendChild(dialog);
    dialog.showModal();
    dialog.querySelector("h1").focus();
  }

  function known() {
    var shown = root.hasAttribute("data-app-ready") && root.lang;
    var set = kept && kept.language();
    var language = set || shown;
    return language === "nl" || language === "en" ? [language] : ["nl", "en"];
  }

  function fill(part, language, why, details, leads) {
    var words = WORDS[language];
    var title = element("h1", TEXTS[why][language][0], "stopped__title");
    title.tabIndex = -1;
    var text = element("p", TEXTS[why][language][1]);
    if (leads) {
      title.id = "stopped-title";
      text.id = "stopped-text";
    }
    part.appendChild(title);
    part.appendChild(text);
    var news = element("p", "", "stopped__news");
    news.setAttribute("role", "status");
    function tell(said) { news.textContent = said; }
    if (why === "safe") part.appendChild(contents(words, language));
    else if (kept && kept.isRunning()) part.appendChild(element("p", words.running));

    if (why === "stopped") part.appendChild(main(words.on, reload));
    if (why === "again") part.appendChild(main(words.safe, reload));
    if (why === "safe") part.appendChild(main(words.normal, startAsUsual));
    if (kept) part.appendChild(plain(words.copy, function () {
      kept.save(part, function (problems) { tell(problems.length ? words.partly : words.saved); });
    }));
    if (why === "safe" && kept) part.appendChild(putBack(words, tell));
    if (why === "again") part.appendChild(plain(words.again, startAsUsual));
    if (why !== "stopped" && "caches" in window) part.appendChild(plain(words.fetch, fetchAgain));
    if (details) part.appendChild(plain(words.details, function () { copyText(details, words, tell); }));
    part.appendChild(news);
    if (details && leads) part.appendChild(folded(words.about, element("pre", details, "stopped__details")));
  }

  function contents(words, language) {
    var place = element("div", words.loading, "stopped__contents");
    if (!kept) {
      place.textContent = words.unreadable;
      return place;
    }
    kept.both(function (one, two) {
      place.textContent = "";
      if (!one && !two) {
        place.textContent = words.unreadable;
        return;
      }
      var all = {};
      [two, one].forEach(function (texts) {
        Object.keys(texts || {}).forEach(function (name) { all[name] = texts[name]; });
      });
      var found = kept.count(all);
      place.appendChild(table(words, found, language));
      if (found.sessions.length > 0) place.appendChild(folded(words.list, list(found.sessions, words, language)));
    });
    return place;
  }

  function table(words, found, language) {
    var made = document.createElement("dl");
    function row(name, value) {
      made.appendChild(element("dt", name));
      made.appendChild(element("dd", value));
    }
    row(words.sessions, String(found.sessions.length));
    if (found.sessions.length > 0) row(words.lastOn, inWords(found.sessions[0].day, language));
    row(words.journal, found.running ? words.yes : words.no);
    row(words.others, String(found.others));
    row(words.settings, found.settings ? words.yes : words.no);
    if (found.damaged > 0) row(words.damaged, String(found.damaged));
    return made;
  }

  function list(sessions, words, language) {
    var made = document.createElement("ol");
    sessions.slice(0, MOST_LISTED).forEach(function (session) {
      var minutes = Math.round(session.active / 60);
      made.appendChild(element("li", inWords(session.day, language) + " · " + session.session + " · " + minutes + " " + words.minutes));
    });
    return made;
  }

  function inWords(day, language) {
    return new Date(day + "T12:00:00").toLocaleDateString(language, { day: "numeric", month: "long", year: "numeric" });
  }

  function putBack(words, tell) {
    var label = element("label", words.back, "button button--secondary button--wide");
    var field = document.createElement("input");
    field.type = "file";
    field.accept = ".json,application/json";
    field.className = "stopped__file";
    field.addEventListener("change", function () {
      if (!field.files[0]) return;
      kept.putBack(field.files[0], function (told) {
        tell(told ? words.told(told) : words.other);
        field.value = "";
      });
    });
    label.appendChild(field);
    return label;
  }

  function copyText(text, words, tell) {
    function failed() { tell(words.notCopied); }
    try {
      navigator.clipboard.writeText(text).then(function () { tell(words.copied); }, failed);
    } catch (missing) {
      failed();
    }
  }

  function folded(title, inside) {
    var made = document.createElement("details");
    made.appendChild(element("summary", title));
    made.appendChild(inside);
    return made;
  }

  function element(name, text, className) {
    var made = document.createElement(name);
    made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  function main(text, act) {
    return styled(button(text, act), "button button--primary button--big button--wide");
  }

  function plain(text, act) {
    return styled(button(text, act), "button button--secondary button--wide");
  }

  function styled(made, className) {
    made.className = className;
    return made;
  }

  function button(text, act) {
    var made = element("button", text);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  }

  // ---- What can be done.

  // Drops the offline copy, which may itself be what is broken, and nothing else. Only when the host
  // answers: without internet a broken copy is still more than none.
  function fetchAgain() {
    fetch("./sw.js", { cache: "no-store" }).then(function (answer) {
      if (answer.ok) return dropCopies();
    }).then(startAsUsual, startAsUsual);
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

  // The worker looks at every file that it keeps; some browsers and some damage give no answer.
  function mendAndReload() {
    var workers = navigator.serviceWorker;
    if (!workers || !workers.controller) return reload();
    setTimeout(reload, MENDING_MS);
    workers.addEventListener("message", function (event) {
      if (event.data && "soepelWhole" in event.data) reload();
    });
    workers.controller.postMessage("mend");
  }

  function reload() {
    location.reload();
  }

  function startAsUsual() {
    forgetStops();
    if (/[?&]safe=1(&|$)/.test(location.search)) location.replace(location.pathname + location.hash);
    else reload();
  }

  function openSafeMode() {
    quietly(function () { sessionStorage[STOPS] = "2"; });
    reload();
  }
})();
