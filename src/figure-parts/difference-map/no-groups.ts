/** Why a comparison with another adder finds no difference, as the end of a sentence. */
export const NO_GROUPS = 'no order here has groups of products, which a tensor core adds in one step. Under “Adder”, choose a GPU.';
