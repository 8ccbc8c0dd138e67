import { threadCode } from '../../export/snippets/thread-code';
import { THREAD } from '../../recordings/thread';
import { useFitted } from '../../store/use-part';
import { CopyButton } from '../../ui/copy-button';
import styles from './thread.module.css';

/** The code from the thread's question, with the chosen seed. */
export function ThreadCode() {
  const { threadCase, threadSeed } = useFitted('threadCase', 'threadSeed');
  const code = threadCode(THREAD.find(({ name }) => name === threadCase) ?? THREAD[0]!, threadSeed);
  return (
    <div className={styles.code}>
      <pre tabIndex={0} aria-label="The code">
        <code>{code}</code>
      </pre>
      <CopyButton text={code} label="Copy the code" confirmation="Code copied" />
    </div>
  );
}
