// What the server handed to this page's scripts, and its texts with their places filled.

const block = document.getElementById('page-data');

/** The page's data: language, campaign, first figures, texts. */
export const data = JSON.parse(block.textContent);

/** The text of a key, with named places such as {unit} filled; the key itself shows a missing text. */
export function text(key, places = {}) {
    const found = data.texts[key] ?? key;
    return found.replace(/\{(\w+)\}/g, (place, name) => (name in places ? String(places[name]) : place));
}

/** Whether there is a text of this key. */
export function hasText(key) {
    return key in data.texts;
}

/** A name that the campaign's definition gives in both languages. */
export function named(name) {
    return data.language === 'en' ? name.en.charAt(0).toUpperCase() + name.en.slice(1) : name.zh;
}

/** An element with its text; null and undefined leave an attribute out. */
export function element(tag, attributes = {}, content = '') {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
        if (value !== null && value !== undefined) {
            made.setAttribute(name, value);
        }
    }
    made.append(...[content].flat());
    return made;
}
