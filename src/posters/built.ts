export { allPosters } from './all-posters';
export { palettesOf } from './palette';
export { posterSvg } from './poster-svg';
