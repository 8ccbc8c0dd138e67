/** What `scripts/posters.ts` takes from the page. */
export { allPosters } from './all-posters';
export { cardSvg } from './card-svg';
export { palettesOf } from './palette';
export { posterSvg } from './poster-svg';
