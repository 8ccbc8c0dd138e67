import type { UniformVariant } from '../linear/layer';

/** What a forum thread printed about one layer, as text, and what it takes to replay it to the last digit. */
export interface ThreadCase {
  readonly name: 'linear-4x8' | 'linear-768x768';
  /** K */
  readonly inFeatures: number;
  /** N */
  readonly outFeatures: number;
  /** Rows of x that were drawn. */
  readonly rows: number;
  readonly seed: number;
  readonly uniform: UniformVariant;
  /** Name of the recording whose orders the thread's library used. */
  readonly recording: string;
  /** The order in which `torch.mean` sums the N outputs, before it divides by N in float32. */
  readonly meanOrder: string;
  readonly printed: readonly ThreadLine[];
}

/** One printed line: row 0 of a call with `batch` rows. */
export interface ThreadLine {
  readonly batch: number;
  readonly mean: string;
  /** The first five outputs, where the thread printed them. */
  readonly first5?: readonly string[];
}

/**
 * The 35 numbers of the thread that this page explains: a linear layer whose digits change with the batch size. The
 * inputs are those of `torch.manual_seed(72)` in a build of 2020, which rounds the product in `uniform_`.
 */
export const THREAD: readonly ThreadCase[] = [
  {
    name: 'linear-4x8',
    inFeatures: 4,
    outFeatures: 8,
    rows: 16,
    seed: 72,
    uniform: 'separate',
    recording: 'mkl-2020.4-4x8',
    meanOrder: '0..7',
    printed: [
      { batch: 16, mean: '0.12711986899375916' },
      { batch: 8, mean: '0.12711986899375916' },
      { batch: 4, mean: '0.12711986899375916' },
      { batch: 2, mean: '0.12711986899375916' },
      { batch: 1, mean: '0.12711985409259796' },
    ],
  },
  {
    name: 'linear-768x768',
    inFeatures: 768,
    outFeatures: 768,
    rows: 128,
    seed: 72,
    uniform: 'separate',
    recording: 'mkl-2020.4-768x768',
    meanOrder:
      '0..480:32 + (512..736:32) + (8..488:32 + (520..744:32)) + (16..496:32 + (528..752:32)) + (24..504:32 + (536..760:32))' +
      ' + (1..481:32 + (513..737:32) + (9..489:32 + (521..745:32)) + (17..497:32 + (529..753:32)) + (25..505:32 + (537..761:32)))' +
      ' + (2..482:32 + (514..738:32) + (10..490:32 + (522..746:32)) + (18..498:32 + (530..754:32)) + (26..506:32 + (538..762:32)))' +
      ' + (3..483:32 + (515..739:32) + (11..491:32 + (523..747:32)) + (19..499:32 + (531..755:32)) + (27..507:32 + (539..763:32)))' +
      ' + (4..484:32 + (516..740:32) + (12..492:32 + (524..748:32)) + (20..500:32 + (532..756:32)) + (28..508:32 + (540..764:32)))' +
      ' + (5..485:32 + (517..741:32) + (13..493:32 + (525..749:32)) + (21..501:32 + (533..757:32)) + (29..509:32 + (541..765:32)))' +
      ' + (6..486:32 + (518..742:32) + (14..494:32 + (526..750:32)) + (22..502:32 + (534..758:32)) + (30..510:32 + (542..766:32)))' +
      ' + (7..487:32 + (519..743:32) + (15..495:32 + (527..751:32)) + (23..503:32 + (535..759:32)) + (31..511:32 + (543..767:32)))',
    printed: [
      { batch: 128, mean: '0.01415630429983139', first5: ['-0.23123368620872498', '0.982639491558075', '-0.5261492133140564', '0.32300880551338196', '0.12303455173969269'] },
      { batch: 8, mean: '0.014156307093799114', first5: ['-0.23123352229595184', '0.9826395511627197', '-0.5261490345001221', '0.32300886511802673', '0.1230345219373703'] },
      { batch: 4, mean: '0.014156307093799114', first5: ['-0.23123352229595184', '0.9826395511627197', '-0.5261490345001221', '0.32300886511802673', '0.1230345219373703'] },
      { batch: 2, mean: '0.01415630429983139', first5: ['-0.23123367130756378', '0.9826394319534302', '-0.5261489748954773', '0.32300883531570435', '0.12303447723388672'] },
      { batch: 1, mean: '0.014156300574541092', first5: ['-0.23123368620872498', '0.9826392531394958', '-0.5261490941047668', '0.32300883531570435', '0.1230345070362091'] },
    ],
  },
];
