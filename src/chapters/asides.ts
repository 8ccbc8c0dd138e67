import { nearby } from './nearby';

/** What stands in the text between the figures: questions to the reader, and numbers that a sentence computes. */
export const MeanPrediction = nearby('block', async () => ({ default: (await import('../figures/thread/mean-prediction')).MeanPrediction }));
export const ThreePrediction = nearby('block', async () => ({ default: (await import('../figures/sum-of-three/three-prediction')).ThreePrediction }));
export const SumsInText = nearby('line', async () => ({ default: (await import('../figures/sum-of-three/sums-in-text')).SumsInText }));
export const NearerPrediction = nearby('block', async () => ({ default: (await import('../figures/stepper/nearer-prediction')).NearerPrediction }));
export const SameOrderQuestion = nearby('block', async () => ({ default: (await import('../figures/kernel-map/same-order-question')).SameOrderQuestion }));
export const ChangesInText = nearby('line', async () => ({ default: (await import('../figures/kernel-map/changes-in-text')).ChangesInText }));
export const AllclosePrediction = nearby('block', async () => ({ default: (await import('../figures/verdict/allclose-prediction')).AllclosePrediction }));
export const Float64Prediction = nearby('block', async () => ({ default: (await import('../figures/switchboard/remedy-predictions')).Float64Prediction }));
export const ThreadPrediction = nearby('block', async () => ({ default: (await import('../figures/switchboard/remedy-predictions')).ThreadPrediction }));
export const UserRecordingPanel = nearby('block', async () => ({ default: (await import('../figure-parts/user-recording/user-recording-panel')).UserRecordingPanel }));
export const GalleryList = nearby('block', async () => ({ default: (await import('../figure-parts/gallery/gallery-list')).GalleryList }));
export const GuessTheTree = nearby('block', async () => ({ default: (await import('./guess-the-tree/guess-the-tree')).GuessTheTree }));
export const QuestionExample = nearby('block', async () => ({ default: (await import('./guess-the-tree/question-example')).QuestionExample }));
