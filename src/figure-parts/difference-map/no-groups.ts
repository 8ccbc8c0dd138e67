/** Why a comparison with another adder finds no difference, as the end of a sentence. */
export const NO_GROUPS = 'no order here has groups on another GPU.';
