// What is kept, read without the app: both stores, letter for letter, as a file and as counts.
//
// Written for browsers that know no module and no arrow, and it must work when the app does not.
// It writes in one place only: `putBack`, when somebody asks for it in the safe mode.
(function () {
  "use strict";

  var SITE = "soepel.";
  var PROFILE = "soepel.p0.";
  var DATABASE = "soepel";
  var STORE = "kept";
  // Some browsers never answer, and a slow disk answers late.
  var PATIENCE_MS = 10000;

  window.soepelKept = { first: first, both: both, save: save, putBack: putBack, count: count, isRunning: isRunning, language: language };

  // Each name with its text; null when localStorage cannot be read.
  function first() {
    var found = {};
    try {
      for (var i = 0; i < localStorage.length; i++) {
        var name = localStorage.key(i);
        if (name.indexOf(SITE) === 0) found[name] = localStorage.getItem(name);
      }
    } catch (unreadable) {
      return null;
    }
    return found;
  }

  // The same of the copy in IndexedDB, told to `then`; null with the reason when it cannot be read.
  function second(then) {
    var over = false;
    var patience = setTimeout(function () { end(null, "no answer"); }, PATIENCE_MS);
    function end(found, problem) {
      if (over) return;
      over = true;
      clearTimeout(patience);
      then(found, problem);
    }
    try {
      var request = indexedDB.open(DATABASE);
      request.onupgradeneeded = function () {
        // There is none, and this is not the place to make one.
        request.transaction.abort();
        end({});
      };
      request.onerror = function (event) {
        event.preventDefault();
        end(null, String(request.error));
      };
      request.onsuccess = function () {
        try {
          readAll(request.result, end);
        } catch (unreadable) {
          end(null, String(unreadable));
        }
      };
    } catch (missing) {
      end(null, String(missing));
    }
  }

  function readAll(database, end) {
    if (!database.objectStoreNames.contains(STORE)) {
      database.close();
      return end({});
    }
    var found = {};
    var transaction = database.transaction(STORE, "readonly");
    var walk = transaction.objectStore(STORE).openCursor();
    walk.onsuccess = function () {
      var cursor = walk.result;
      if (!cursor) return;
      found[String(cursor.key)] = typeof cursor.value === "string" ? cursor.value : JSON.stringify(cursor.value);
      cursor.continue();
    };
    transaction.oncomplete = function () { database.close(); end(found); };
    transaction.onerror = transaction.onabort = function () { database.close(); end(null, String(transaction.error)); };
  }

  function both(then) {
    var one = first();
    second(function (two, problem) { then(one, two, problem); });
  }

  // One file with both stores. What the second has like the first is named and not repeated: the
  // app takes no file of more than 10 MiB.
  function save(place, then) {
    both(function (one, two, problem) {
      var copy = { format: "soepel-copy", form: 1, made: new Date().toISOString() };
      var problems = [];
      if (!one) problems.push("localStorage cannot be read");
      if (!two) problems.push("IndexedDB cannot be read: " + problem);
      copy.first = {};
      copy.second = {};
      copy.same = [];
      copy.odd = [];
      Object.keys(one || {}).forEach(function (name) { add(copy, "first", name, one[name]); });
      Object.keys(two || {}).forEach(function (name) {
        if (one && one[name] === two[name]) copy.same.push(name);
        else add(copy, "second", name, two[name]);
      });
      copy.problems = problems;
      offer(JSON.stringify(copy, null, 1), place);
      if (then) then(problems);
    });
  }

  // Half of a character is no text that a file can hold: such a text goes as numbers.
  function add(copy, store, name, text) {
    if (isWhole(text)) {
      copy[store][name] = text;
      return;
    }
    var units = [];
    for (var i = 0; i < text.length; i++) units.push(text.charCodeAt(i));
    copy.odd.push({ store: store, name: name, units: units });
  }

  function isWhole(text) {
    try {
      encodeURIComponent(text);
      return true;
    } catch (half) {
      return false;
    }
  }

  function offer(text, place) {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.download = "soepel-kopie-" + new Date().toISOString().slice(0, 10) + ".json";
    link.hidden = true;
    place.appendChild(link);
    link.click();
    place.removeChild(link);
    // Safari reads the file after the click has returned.
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 60000);
  }

  // What of a copy is not there any more comes back; what is there stays as it is. `then` hears how
  // many texts came back, how many were there, and how many are damaged; or null for another file.
  function putBack(file, then) {
    var reader = new FileReader();
    reader.onerror = function () { then(null); };
    reader.onload = function () {
      var copy = parsed(String(reader.result));
      if (!copy || copy.format !== "soepel-copy") return then(null);
      var told = { back: 0, there: 0, damaged: 0, full: false };
      [copy.first, copy.second].forEach(function (texts) {
        Object.keys(Object(texts)).forEach(function (name) { putOne(name, texts[name], told); });
      });
      then(told);
    };
    reader.readAsText(file);
  }

  function putOne(name, text, told) {
    if (name.indexOf(PROFILE) !== 0 || name === PROFILE + "rsv" || name === PROFILE + "gone") return;
    if (typeof text !== "string" || (name.indexOf(PROFILE + "q.") !== 0 && !opened(text))) {
      told.damaged += 1;
    } else if (told.full || localStorage.getItem(name) !== null) {
      told.there += told.full ? 0 : 1;
    } else {
      try {
        localStorage.setItem(name, text);
        told.back += 1;
      } catch (full) {
        told.full = true;
      }
    }
  }

  // What stands in these texts: sessions, newest first, and how many there are of everything else.
  function count(texts) {
    var told = { sessions: [], running: false, others: 0, damaged: 0, settings: false };
    var latest = {};
    Object.keys(texts).forEach(function (name) {
      var parts = name.slice(PROFILE.length).split(".");
      if (name.indexOf(PROFILE) !== 0 || parts[0] === "rsv" || parts[0] === "gone") return;
      var record = opened(texts[name]);
      if (parts[0] === "q" || !record) {
        told.damaged += 1;
      } else if (parts[0] === "s" || parts[0] === "x") {
        var revision = Number(parts[2]);
        var known = latest[parts[1]];
        if (!known || known.revision < revision) latest[parts[1]] = { revision: revision, record: record, gone: parts[0] === "x" };
      } else if (parts[0] === "j") {
        told.running = true;
      } else if (parts[0] === "set") {
        told.settings = true;
      } else if (parts[0] === "k") {
        told.others += 1;
      }
    });
    Object.keys(latest).forEach(function (id) {
      if (!latest[id].gone) told.sessions.push(unpacked(latest[id].record));
    });
    told.sessions.sort(function (one, other) { return other.start - one.start; });
    return told;
  }

  // What the list of sessions says of one. In its second form the values stand by position; see
  // docs/export-format.md.
  function unpacked(record) {
    var columns = record.b;
    if (record.v !== 2 || Object.prototype.toString.call(columns) !== "[object Array]") return record;
    var start = record.updated - columns[1];
    var local = new Date(start + columns[2] * 60000);
    var day = columns[8] || (isNaN(local) ? "" : local.toISOString().slice(0, 10));
    return { session: columns[0], start: start, active: columns[3], day: day };
  }

  // Whether a session is written down that was not finished; by names alone, since nobody waits.
  function isRunning() {
    try {
      for (var i = 0; i < localStorage.length; i++) {
        if (localStorage.key(i).indexOf(PROFILE + "j.") === 0) return true;
      }
    } catch (unreadable) {
      // Then nobody knows.
    }
    return false;
  }

  // The language that was set; nothing when none was, or it cannot be read.
  function language() {
    try {
      var a = opened(localStorage.getItem(PROFILE + "set.a"));
      var b = opened(localStorage.getItem(PROFILE + "set.b"));
      var set = a && b ? (a.rev > b.rev ? a : b) : a || b;
      return set && (set.language === "nl" || set.language === "en") ? set.language : undefined;
    } catch (unreadable) {
      return undefined;
    }
  }

  // The record in a text as the app seals it: `1|checksum|JSON`; nothing when it is damaged.
  function opened(text) {
    var parts = /^1\|([0-9a-f]{8})\|([^]*)$/.exec(text || "");
    if (!parts || crc32(parts[2]) !== parseInt(parts[1], 16)) return null;
    return parsed(parts[2]);
  }

  function parsed(text) {
    try {
      return JSON.parse(text);
    } catch (damaged) {
      return null;
    }
  }

  var remainders;

  // Of a text in ASCII, which is all that the app seals.
  function crc32(text) {
    if (!remainders) {
      remainders = [];
      for (var byte = 0; byte < 256; byte++) {
        var value = byte;
        for (var bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
        remainders.push(value);
      }
    }
    var sum = -1;
    for (var i = 0; i < text.length; i++) sum = (sum >>> 8) ^ remainders[(sum ^ text.charCodeAt(i)) & 255];
    return ~sum >>> 0;
  }
})();
