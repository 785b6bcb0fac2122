// What a page plays, seen from the side of the browser: run before the page's own scripts.
//
// `ear` in the page then holds the element, its files, the buttons of the lock screen with their
// handlers, each place told to the lock screen with the moment of telling, and every tone that was
// given to the audio clock.

/** Seconds of silence before the first cue of every file. */
export const LEAD = 61.44;

/** Runs in the page. */
export function listen() {
  const ear = { element: null, files: [], buttons: {}, places: [], tones: [], contexts: [] };
  Object.defineProperty(window, "ear", { value: ear });

  const play = HTMLMediaElement.prototype.play;
  HTMLMediaElement.prototype.play = function () {
    ear.element = this;
    return ear.refuses ? Promise.reject(new DOMException("no gesture", "NotAllowedError")) : play.call(this);
  };
  const create = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    if (blob.type.startsWith("audio/")) ear.files.push({ blob, at: performance.now() });
    return create.call(URL, blob);
  };
  const session = navigator.mediaSession;
  const handle = session.setActionHandler.bind(session);
  session.setActionHandler = (name, handler) => {
    ear.buttons[name] = handler;
    handle(name, handler);
  };
  const place = session.setPositionState.bind(session);
  session.setPositionState = (state) => {
    ear.places.push({ ...state, at: performance.now() });
    place(state);
  };
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (when) {
    if (!ear.contexts.includes(this.context)) ear.contexts.push(this.context);
    ear.tones.push({ when, at: performance.now() });
    return start.call(this, when);
  };

  /** Where the session is by the lock screen's last place, and the file by its own clock: seconds. */
  ear.compare = () => {
    const { position, at } = ear.places.at(-1);
    return {
      at: performance.now(),
      session: position + (performance.now() - at) / 1000,
      file: ear.element.currentTime - 61.44,
      playing: !ear.element.paused,
    };
  };

  /** When each sound of the newest file begins, in seconds of the plan. */
  ear.sounds = async () => {
    const bytes = await ear.files.at(-1).blob.arrayBuffer();
    const heard = await new OfflineAudioContext(1, 1, 16_000).decodeAudioData(bytes);
    const samples = heard.getChannelData(0);
    const starts = [];
    for (let index = 0, silent = 1000; index < samples.length; index += 1) {
      if (Math.abs(samples[index]) < 0.001) {
        silent += 1;
      } else {
        // Half a wave of the lowest tone is never this quiet for so long.
        if (silent > 60) starts.push(index / 16_000 - 61.44);
        silent = 0;
      }
    }
    return starts;
  };
}
