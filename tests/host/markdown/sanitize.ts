const FORBIDDEN = 'script, style, iframe, object, embed, link, meta, base, form, frame, frameset, noscript, template';
const URL_ATTRIBUTES = ['href', 'src', 'action', 'formaction', 'xlink:href', 'poster', 'data'];
const UNSAFE_URL = /^(javascript|vbscript|data(?!:image\/))/i;

/** A browser ignores spaces and control characters in a URL's scheme; so must its check. */
const visible = (url: string): string => url.replaceAll(/[^!-~]/g, '');

/** HTML as nodes of this document, without whatever could run or load code. */
export function sanitizeHTMLToDom(html: string): DocumentFragment {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  for (const el of Array.from(parsed.querySelectorAll(FORBIDDEN))) el.remove();
  for (const el of Array.from(parsed.querySelectorAll('*'))) {
    for (const { name, value } of Array.from(el.attributes)) {
      if (name.startsWith('on') || (URL_ATTRIBUTES.includes(name) && UNSAFE_URL.test(visible(value))))
        el.removeAttribute(name);
    }
  }
  const fragment = createFragment();
  for (const node of Array.from(parsed.body.childNodes)) fragment.appendChild(activeDocument.importNode(node, true));
  return fragment;
}
