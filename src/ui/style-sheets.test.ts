import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const COMPONENTS = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx'));

/** Classes that a component uses but its style sheets don't define. */
function missingClasses(file: string): string[] {
  const source = readFileSync(join('src', file), 'utf8');
  const given = source.split('\n').filter((line) => line.includes('className=')).join('\n');
  return [...source.matchAll(/import (\w+) from '(.+\.module\.css)'/g)].flatMap(([, variable, path]) => {
    const sheet = readFileSync(join('src', dirname(file), path!), 'utf8');
    const names = [...given.matchAll(new RegExp(`\\b${variable}\\.(\\w+)`, 'g'))].map(([, name]) => name!);
    return names.filter((name) => !new RegExp(`\\.${name}\\b`).test(sheet)).map((name) => `${file}: ${variable}.${name}`);
  });
}

describe('style sheets', () => {
  it('have every class that a component names', () => {
    expect(COMPONENTS.flatMap(missingClasses)).toEqual([]);
  });
});
