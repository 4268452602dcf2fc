// A work as a browser shows it: what it is, its sign, its player.

import { element } from './page.js';

const SVG = 'http://www.w3.org/2000/svg';
const SIGNS = {
    video: 'M5 6h38v24H5zM20 12.500v11l9-5.500z',
    audio: 'M19 26V9l14-3v17M19 26a4 3.200 0 1 1-8 0 4 3.200 0 0 1 8 0M33 23a4 3.200 0 1 1-8 0 4 3.200 0 0 1 8 0',
    picture: 'M5 5h38v26H5zM5 26l11-10 9 8 7-6 11 9M33 12.500a2.500 2.500 0 1 1-5 0 2.500 2.500 0 0 1 5 0',
    none: 'M13 4h16l7 7v21H13zM28 4v8h8M18 18h13M18 23h13M18 28h8',
};

/** What a file of this media type is. */
export function mediumOf(mediaType = '') {
    return mediaType.startsWith('video/') ? 'video' : mediaType.startsWith('audio/') ? 'audio'
        : mediaType.startsWith('image/') ? 'picture' : 'none';
}

/** The sign of a medium. */
export function sign(medium) {
    const drawn = document.createElementNS(SVG, 'svg');
    drawn.setAttribute('class', 'medium');
    drawn.setAttribute('viewBox', '0 0 48 36');
    drawn.setAttribute('aria-hidden', 'true');
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', SIGNS[medium]);
    drawn.append(path);
    return drawn;
}

/** A small picture where there is one, over the sign of its medium. */
export function thumb(medium, href) {
    const frame = element('span', { class: 'thumb' }, sign(medium));
    if (href) {
        const picture = element('img', { loading: 'lazy', alt: '', width: 96, height: 72, src: href });
        picture.addEventListener('error', () => picture.remove());
        frame.append(picture);
    }
    return frame;
}

/** What plays or shows it. */
export function player(medium, href, title) {
    return medium === 'picture' ? element('img', { src: href, alt: title })
        : element(medium, { 'src': href, 'controls': '', 'playsinline': '', 'preload': 'metadata', 'aria-label': title });
}
