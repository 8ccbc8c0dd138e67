import { chromium } from '@playwright/test';
const base = process.argv[2];
const browser = await chromium.launch({executablePath:'/usr/bin/chromium', args:['--no-sandbox','--disable-gpu','--disable-quic','--no-first-run']});
const page = await (await browser.newContext({viewport:{width:1440,height:900}})).newPage();
page.on('console', m => ['error','warning'].includes(m.type()) && console.log('console', m.text().slice(0,300))); page.on('pageerror', e => console.log('pageerror', e.message));
await page.addInitScript(() => { window.__long = []; new PerformanceObserver(l => { for (const e of l.getEntries()) window.__long.push(Math.round(e.duration)); }).observe({entryTypes:['longtask']}); });
async function measure(name, query, actions) {
  await page.goto(base + query); await page.waitForTimeout(600);
  await page.waitForFunction(() => !document.querySelector('[role=progressbar]'), null, {timeout: 120000}); await page.waitForTimeout(1500);
  console.log(name, 'load', JSON.stringify(await page.evaluate(() => window.__long.splice(0))));
  for (const [label, act] of actions) { await act(); await page.waitForTimeout(300); await page.waitForFunction(() => !document.querySelector('[role=progressbar]'), null, {timeout: 120000}); await page.waitForTimeout(1200); console.log('  ', label, JSON.stringify(await page.evaluate(() => window.__long.splice(0)))); }
}
const unit = (u) => [u, () => page.locator('#lab').getByLabel(u, {exact:true}).check()];
await measure('default', '', [unit('ulp'), ['baseline exact', () => page.getByLabel('Baseline').selectOption('exact')], ['cell', () => page.locator('#lab [role=application]').click({position:{x:300,y:60}})]]);
const lane = 'from=thresholds&orders=1:lanes(4);2:blocked(192)';
await measure('whole 1024x476', `?v=1&view=whole&batch=1024&k=256&n=476&${lane}`, [unit('ulp'), unit('absolute'), ['hover', async () => { const b = await page.locator('#lab [role=application]').boundingBox(); for (let i=0;i<40;i++) await page.mouse.move(b.x+5*i, b.y+3*i); }]]);
await measure('whole 128x4096', `?v=1&view=whole&batch=128&k=256&n=4096&${lane}`, [unit('ulp'), unit('absolute')]);
await measure('sweep 64x4096', `?v=1&batches=${Array.from({length:64},(_,i)=>i+1).join(',')}&k=256&n=4096&${lane}`, [unit('ulp'), ['baseline 2', () => page.getByLabel('Baseline').selectOption('2')]]);
await measure('whole 128 768', `?v=1&view=whole&rec=pytorch-1.13-openblas-768x768`, [unit('ulp')]);
await measure('growth 2^18', `?v=1&view=growth&gmax=18`, []);
await browser.close();
