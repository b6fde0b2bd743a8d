() => {
  const ACTS = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]";
  const VAGUE = /^(ici|cliquez ici|lire la suite|en savoir plus|amañ|klikit amañ|gouzout hiroc’h)$/i;
  const seen = (e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: false });
  const reached = () =>
    [...document.querySelectorAll(ACTS)].filter((e) => seen(e) && e.tabIndex >= 0 && !e.disabled);
  const told = (e) => e.outerHTML.slice(0, 120);
  const ringed = (e) => {
    const style = getComputedStyle(e);
    if (e.querySelector?.(":scope > path")) // a commune of the drawn map is drawn around
      return parseFloat(getComputedStyle(e.querySelector(":scope > path")).strokeWidth) >= 3;
    return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
  };
  const isHidden = (e) => e.closest(".visually-hidden, .skip") || e.clientWidth <= 1;
  // Text of its own that its box cuts off.
  const cut = () =>
    [...document.querySelectorAll("body *")].filter((e) => {
      const style = getComputedStyle(e);
      const own = [...e.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
      const cuts = /hidden|clip/.test(style.overflow + style.overflowX + style.overflowY);
      return own && cuts && seen(e) && !isHidden(e) &&
        (e.scrollHeight > e.clientHeight + 2 || e.scrollWidth > e.clientWidth + 2);
    }).map((e) => `cut off: ${told(e)}`);
  const wide = () =>
    document.documentElement.scrollWidth > innerWidth
      ? [`${document.documentElement.scrollWidth} px wide on ${innerWidth}`] : [];
  return {
    focus() {
      const faults = [];
      for (const e of reached()) {
        if (e.tabIndex > 0) faults.push(`out of order: ${told(e)}`);
        e.focus();
        if (document.activeElement !== e) continue;
        const around = [e, e.nextElementSibling, e.closest("label"), e.parentElement];
        if (!around.some((one) => one && ringed(one))) faults.push(`focus unseen: ${told(e)}`);
      }
      return faults;
    },
    place: () => reached().indexOf(document.activeElement),
    spaced() {
      for (const e of document.querySelectorAll("body, body *")) {
        e.style.lineHeight = "1.5";
        e.style.letterSpacing = "0.12em";
        e.style.wordSpacing = "0.16em";
        if (e.tagName === "P") e.style.marginBottom = "2em";
      }
      const faults = [...wide(), ...cut()];
      for (const e of document.querySelectorAll("body, body *"))
        for (const name of ["line-height", "letter-spacing", "word-spacing", "margin-bottom"])
          e.style.removeProperty(name);
      return faults;
    },
    enlarged() {
      document.documentElement.style.fontSize = "200%";
      const faults = [...wide(), ...cut()];
      document.documentElement.style.removeProperty("font-size");
      return faults;
    },
    bordered: () =>
      [...document.querySelectorAll(".btn, button, select, textarea, input:not([type=hidden])")]
        .filter((e) => seen(e) && !isHidden(e) && !/checkbox|radio/.test(e.type))
        .filter((e) => {
          const style = getComputedStyle(e);
          const lined = style.textDecorationLine.includes("underline");
          const around = [e, e.parentElement].map((one) => getComputedStyle(one));
          return !lined && !around.some((one) => parseFloat(one.borderTopWidth) > 0 && one.borderTopStyle !== "none");
        })
        .map((e) => `no border: ${told(e)}`),
    marked() {
      const faults = [];
      for (const table of document.querySelectorAll("table")) {
        if (!table.caption && !table.ariaLabel && !table.getAttribute("aria-labelledby"))
          faults.push(`table without a title: ${told(table)}`);
        for (const th of table.querySelectorAll("th"))
          if (th.textContent.trim() && !th.scope) faults.push(`header without its scope: ${told(th)}`);
      }
      for (const link of document.querySelectorAll("a[href]")) {
        if (VAGUE.test(link.textContent.trim())) faults.push(`a link that says nothing: ${told(link)}`);
        if (link.hasAttribute("target")) faults.push(`opens a window: ${told(link)}`);
      }
      for (const e of document.querySelectorAll("[accesskey], marquee, blink, font, center, [onclick]"))
        faults.push(`not allowed: ${told(e)}`);
      if (document.querySelectorAll("main").length !== 1) faults.push("not one main");
      return faults;
    },
  };
}
