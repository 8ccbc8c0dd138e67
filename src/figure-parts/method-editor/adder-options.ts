import { adderTitle } from '../../numerics/adder-title';
import type { AdderName } from '../../numerics/group-sizes';
import { ADDER_NAMES } from '../../numerics/group-sizes';
import type { SelectOption } from '../../ui/select-field';

/** The adders of tensor cores as options. */
export const ADDER_OPTIONS: readonly SelectOption<AdderName>[] = ADDER_NAMES.map((name) => ({ value: name, label: adderTitle(name), group: 'Tensor cores' }));
