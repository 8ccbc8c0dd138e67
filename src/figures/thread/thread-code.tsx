import { THREAD } from '../../recordings/thread';
import { useApp } from '../../store/use-store';
import { CopyButton } from '../../ui/copy-button';
import styles from './thread.module.css';

/** The code of the thread's question, with the seed that is set. */
function codeOf(caseName: string, seed: number): string {
  const { inFeatures, outFeatures, rows, printed } = THREAD.find(({ name }) => name === caseName) ?? THREAD[0]!;
  const batches = printed.map(({ batch }) => batch).join(', ');
  const outputs = printed.some(({ first5 }) => first5 !== undefined);
  return [
    'import torch',
    'from torch import nn',
    '',
    `torch.manual_seed(${seed})`,
    `ll = nn.Linear(${inFeatures}, ${outFeatures})`,
    `data = torch.rand(${rows}, ${inFeatures})`,
    `for n in [${batches}]:`,
    outputs ? '    y = ll(data[:n])[0]' : '    print(ll(data[:n])[0].mean().item())',
    ...(outputs ? ['    print(y.mean().item())', '    print(y[:5].tolist())'] : []),
  ].join('\n');
}

export function ThreadCode() {
  const { threadCase, threadSeed } = useApp((state) => state.fitted);
  const code = codeOf(threadCase, threadSeed);
  return (
    <div className={styles.code}>
      <pre tabIndex={0} aria-label="The code">
        <code>{code}</code>
      </pre>
      <CopyButton text={code} label="Copy the code" confirmation="Code copied" />
    </div>
  );
}
