// The tracker of Kokumi. What its attributes and functions do: docs/collect.md.
(window => {
  const { document, history, location, navigator, screen } = window;
  const script = document.currentScript;
  if (!script) return;

  const option = name => script.getAttribute('data-' + name);
  const isOn = name => option(name) === 'true';
  const website = option('website-id');
  const tag = option('tag') || undefined;
  const host = option('host-url') || script.src.slice(0, script.src.lastIndexOf('/'));
  const endpoint = host.replace(/\/$/, '') + '/api/send';
  const domains = (option('domains') || '').split(',').map(text => text.trim()).filter(Boolean);

  // What fetch sends after its page has gone may have 64 KiB.
  const mostAfterPage = 6e4;
  // Applications set the title a moment after they navigate.
  const titleDelay = 100;

  let cache;
  let id;
  let stopped = false;
  let waiting;

  const tidy = text => {
    const url = new URL(text, location.href);
    if (isOn('exclude-search')) url.search = '';
    if (isOn('exclude-hash')) url.hash = '';
    return url.href;
  };
  let url = tidy(location.href);
  let referrer = document.referrer.startsWith(location.origin) ? '' : document.referrer;

  const stored = name => {
    try {
      return localStorage.getItem(name);
    } catch {} // pages may be forbidden to look
  };
  const asksNotToBeTracked = () =>
    [navigator.doNotTrack, window.doNotTrack].some(said => said == 1 || said === 'yes');

  const isDisabled = () =>
    stopped ||
    !website ||
    stored('umami.disabled') ||
    stored('kokumi.disabled') ||
    (domains.length && !domains.includes(location.hostname)) ||
    (isOn('do-not-track') && asksNotToBeTracked());

  const describe = more => ({
    website,
    hostname: location.hostname,
    language: navigator.language,
    screen: screen.width + 'x' + screen.height,
    title: document.title,
    url,
    referrer,
    tag,
    id,
    ...more,
  });

  const send = async (payload, type = 'event') => {
    if (isDisabled()) return;
    const before = window[option('before-send')];
    if (typeof before === 'function') payload = await before(type, payload);
    if (!payload) return;
    const body = JSON.stringify({ type, payload });
    try {
      const response = await fetch(endpoint, {
        method: 'POST',
        body,
        headers: {
          'Content-Type': 'application/json',
          ...(cache && { 'x-umami-cache': cache }),
        },
        credentials: 'omit',
        keepalive: body.length < mostAfterPage,
      });
      const answer = await response.json();
      stopped = !!answer.disabled;
      cache = answer.cache || cache;
    } catch {} // a page must not notice that its visitors are not counted
  };

  // A page view that waits for its title goes before whatever comes next.
  const flush = () => {
    if (!waiting) return;
    clearTimeout(waiting);
    waiting = undefined;
    return send(describe());
  };

  const track = (what, data) => {
    flush();
    if (typeof what === 'function') return send(what(describe()));
    if (typeof what === 'object' && what) return send({ website, ...what });
    return send(describe(what && { name: what, data }));
  };

  const identify = (who, data) => {
    flush();
    if (typeof who === 'object') data = who;
    else id = who;
    cache = undefined;
    return send(describe({ data }), 'identify');
  };

  const navigate = to => {
    const next = tidy(to);
    if (next === url) return;
    flush();
    referrer = url;
    url = next;
    waiting = setTimeout(flush, titleDelay);
  };

  const watchNavigation = () => {
    for (const name of ['pushState', 'replaceState']) {
      const original = history[name];
      history[name] = function (...given) {
        const result = original.apply(this, given);
        navigate(location.href);
        return result;
      };
    }
    window.addEventListener('popstate', () => navigate(location.href));
    window.addEventListener('pagehide', flush);
  };

  const prefix = 'data-umami-event';
  const watchClicks = () =>
    document.addEventListener(
      'click',
      ({ target }) => {
        const element = target.closest && target.closest(`[${prefix}]`);
        const name = element && element.getAttribute(prefix);
        if (!name) return;
        const data = {};
        for (const attribute of element.attributes) {
          if (attribute.name.startsWith(prefix + '-')) {
            data[attribute.name.slice(prefix.length + 1)] = attribute.value;
          }
        }
        track(name, data);
      },
      true,
    );

  // Times are in milliseconds; the layout shift is a score without a unit.
  const watchPerformance = () => {
    const found = {};
    const observe = (type, take) => {
      try {
        new PerformanceObserver(list => list.getEntries().forEach(take)).observe({
          type,
          buffered: true,
          durationThreshold: 40,
        });
      } catch {} // this browser does not measure that
    };
    const [load] = performance.getEntriesByType('navigation');
    if (load) found.ttfb = Math.max(load.responseStart, 0);
    observe('paint', entry => {
      if (entry.name === 'first-contentful-paint') found.fcp = entry.startTime;
    });
    observe('largest-contentful-paint', entry => {
      found.lcp = entry.startTime;
    });
    observe('layout-shift', entry => {
      if (!entry.hadRecentInput) found.cls = (found.cls || 0) + entry.value;
    });
    observe('event', entry => {
      if (entry.interactionId) found.inp = Math.max(found.inp || 0, entry.duration);
    });
    const page = describe();
    const report = () => {
      if (document.visibilityState === 'hidden' && Object.keys(found).length) {
        document.removeEventListener('visibilitychange', report);
        send({ ...page, ...found }, 'performance');
      }
    };
    document.addEventListener('visibilitychange', report);
  };

  const start = () => {
    watchNavigation();
    watchClicks();
    if (isOn('performance')) watchPerformance();
    track();
  };
  const startOnceSeen = () =>
    document.prerendering
      ? document.addEventListener('prerenderingchange', start, { once: true })
      : start();

  window.kokumi = { track, identify };
  window.umami = window.umami || window.kokumi;

  if (option('auto-track') !== 'false') {
    if (document.readyState === 'loading') {
      document.addEventListener('DOMContentLoaded', startOnceSeen);
    } else startOnceSeen();
  }
})(window);
