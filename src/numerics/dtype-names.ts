/** The floating-point types that a tensor or an array can have. The page's first script needs their names, and nothing else of dtypes.ts. */
export const DTYPES = ['float32', 'float16', 'bfloat16', 'float64'] as const;
