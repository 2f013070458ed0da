/* What the class board and the whiteboard share, before either: a screen that stays lit, and reading on down a long page. */
"use strict";

(() => {
  const MOST = 0.85; /* of the height, so that a line is seen twice */

  school.keepAwake = () => {
    /** @type {Promise<WakeLockSentinel | void> | undefined} */
    let lock;
    /* A browser takes it back when the page is hidden. */
    function ask() {
      if (navigator.wakeLock && !document.hidden) lock = navigator.wakeLock.request("screen").catch(() => {});
    }
    document.addEventListener("visibilitychange", ask);
    ask();
    return () => {
      document.removeEventListener("visibilitychange", ask);
      if (lock) lock.then((given) => given && given.release());
    };
  };

  school.readOn = (scroller, way) => {
    const more = school.hasMore(scroller, way);
    if (more) scroller.scrollBy({ top: way * scroller.clientHeight * MOST });
    return more;
  };
})();
