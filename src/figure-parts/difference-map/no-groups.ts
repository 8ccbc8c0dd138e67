/** Why a comparison with another adder finds no difference: the rest of a sentence that begins with its GPU. */
export const NO_GROUPS = 'changes nothing: no group is on another GPU.';
