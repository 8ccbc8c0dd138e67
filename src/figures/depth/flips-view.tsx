import { useMemo } from 'react';
import { Scatter } from '../../charts/scatter';
import { clampFlips } from '../../experiments/clamp';
import { flipStatistics } from '../../experiments/flip-statistics';
import type { FigureLayoutProps } from '../../figure-parts/figure-layout/figure-layout';
import { useResult, useSettings } from '../../store/use-part';
import { Notice } from '../../ui/notice';
import { dotGroups } from './dot-groups';
import { flipFinding } from './flip-finding';
import { FlipTable } from './flip-table';
import { NetworkOrdersLine } from './network-orders';

/** How often a network's largest output is a different one in a larger call, and how that depends on its lead. */
export function useFlipsParts(): FigureLayoutProps {
  const result = useResult('flips');
  const size = useSettings('netWidth', 'netDepth', 'netInputs');
  const found = useMemo(() => result && { dots: dotGroups(result), statistics: flipStatistics(result.chunks) }, [result]);
  return {
    picture: (
      <>
        <Notice tone="quiet" message={clampFlips(size).notices[0] ?? null} />
        {found && (
          <Scatter
            {...found.dots}
            label="Change of the winner’s lead against the lead, one dot per input. The numbers are in the table under “More”."
            xTitle="lead of the largest output, 1 row"
            yTitle="change of the lead in the larger call"
            zeros={{ x: 'tie', y: 'none' }}
            above="← only here can it flip"
          />
        )}
      </>
    ),
    finding: found && <p>{flipFinding(found.statistics).join(' ')}</p>,
    more: found && result && (
      <>
        <FlipTable statistics={found.statistics} />
        <NetworkOrdersLine orders={result.orders} batch={result.spec.batch} />
      </>
    ),
  };
}
