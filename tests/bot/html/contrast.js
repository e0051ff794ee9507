// Of every text that is shown: the ratio between its color and the nearest background's, as
// WCAG 2.2 defines it; how many texts there are, and those that fall short of 4.5 to 1.
(() => {
  const light = (c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  const read = (css) => css.match(/[\d.]+/g).map(Number);
  const shine = (css) => {
    const [r, g, b] = read(css).map((c) => light(c / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const css = getComputedStyle(e).backgroundColor;
      const [, , , opacity = 1] = read(css);
      if (opacity > 0) return css;
    }
    return "rgb(255, 255, 255)";
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const poor = [];
  let seen = 0;
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || !element.checkVisibility()) continue;
    const both = [getComputedStyle(element).color, ground(element)].map(shine);
    const ratio = (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
    seen += 1;
    if (ratio < 4.5) poor.push([texts.currentNode.data.slice(0, 40), ratio.toFixed(2)]);
  }
  return [seen, poor];
})();
