import { nearby } from './nearby';

/** What is in the text between the figures: questions to the reader, and numbers computed for a sentence. */
export const MeanPrediction = nearby('A question', 'block', async () => (await import('../figures/thread/mean-prediction')).MeanPrediction);
export const ThreePrediction = nearby('A question', 'block', async () => (await import('../figures/sum-of-three/three-prediction')).ThreePrediction);
export const SumsInText = nearby('This number', 'line', async () => (await import('../figures/sum-of-three/sums-in-text')).SumsInText);
export const NearerPrediction = nearby('A question', 'block', async () => (await import('../figures/stepper/nearer-prediction')).NearerPrediction);
export const SameOrderQuestion = nearby('A question', 'block', async () => (await import('../figures/kernel-map/same-order-question')).SameOrderQuestion);
export const ChangesInText = nearby('This number', 'line', async () => (await import('../figures/kernel-map/changes-in-text')).ChangesInText);
export const PlaceQuestion = nearby('A question', 'block', async () => (await import('../figures/heatmap/place-question')).PlaceQuestion);
export const LargerPrediction = nearby('A question', 'block', async () => (await import('../figures/tensor-core/larger-prediction')).LargerPrediction);
export const StepInText = nearby('This number', 'line', async () => (await import('../figures/tensor-core/step-in-text')).StepInText);
export const DriftPrediction = nearby('A question', 'block', async () => (await import('../figures/drift/drift-prediction')).DriftPrediction);
export const DriftInText = nearby('This number', 'line', async () => (await import('../figures/drift/drift-in-text')).DriftInText);
export const BitsKept = nearby('This number', 'line', async () => (await import('../figures/drift/bits-kept')).BitsKept);
export const SplitKTable = nearby('The comparison of kernels', 'block', async () => (await import('../figures/tensor-core/split-k-table')).SplitKTable);
export const SplitKInText = nearby('This number', 'line', async () => (await import('../figures/tensor-core/split-k-in-text')).SplitKInText);
export const BoundsTable = nearby('The table of bounds', 'block', async () => (await import('../figures/tensor-core/bounds-table')).BoundsTable);
export const AllclosePrediction = nearby('A question', 'block', async () => (await import('../figures/verdict/allclose-prediction')).AllclosePrediction);
export const Float64Prediction = nearby('A question', 'block', async () => (await import('../figures/switchboard/remedy-predictions')).Float64Prediction);
export const ThreadPrediction = nearby('A question', 'block', async () => (await import('../figures/switchboard/remedy-predictions')).ThreadPrediction);
export const UserRecordingPanel = nearby('The place for a recording of your own', 'block', async () => (await import('../figure-parts/user-recording/user-recording-panel')).UserRecordingPanel);
export const GalleryList = nearby('The list of recordings', 'block', async () => (await import('../figure-parts/gallery/gallery-list')).GalleryList);
export const GuessTheTree = nearby('The game', 'block', async () => (await import('./guess-the-tree/guess-the-tree')).GuessTheTree);
export const QuestionExample = nearby('The example', 'block', async () => (await import('./guess-the-tree/question-example')).QuestionExample);
