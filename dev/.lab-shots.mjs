import { chromium } from '@playwright/test';
const [,, query = '', tag = 'a', which = 'all', action = ''] = process.argv;
const browser = await chromium.launch({executablePath:'/usr/bin/chromium', args:['--no-sandbox','--disable-gpu','--disable-quic','--no-first-run','--disable-background-networking','--disable-component-update','--disable-sync']});
const sizes = {phone:[390,844,2],laptop:[1440,900,1],desk:[1920,1080,1]};
for (const name of which === 'all' ? Object.keys(sizes) : which.split(',')) for (const scheme of ['light','dark']) {
  if (which !== 'all' && scheme === 'dark' && !process.env.DARK) continue;
  const [w,h,d] = sizes[name];
  const context = await browser.newContext({viewport:{width:w,height:h},deviceScaleFactor:d,colorScheme:scheme,hasTouch:w<500});
  const page = await context.newPage();
  page.on('console', m => ['error','warning'].includes(m.type()) && console.log('console', m.text().slice(0,400))); page.on('pageerror', e => console.log('pageerror', e.message));
  await page.goto('http://localhost:5211/' + query); await page.evaluate(() => document.fonts.ready); 
  await page.waitForTimeout(2500);
  if (action) await eval(`(async()=>{${action}})()`);
  await page.waitForTimeout(400);
  const lab = page.locator('#lab'); const box = await lab.boundingBox();
  await page.screenshot({path:`/tmp/lab-${tag}-${name}-${scheme}.png`, fullPage:true, clip:{x:0,y:box.y,width:w,height:Math.min(box.height,2600)}});
  console.log(name, scheme, 'scrollWidth', await page.evaluate(() => document.documentElement.scrollWidth), 'lab height', Math.round(box.height));
  await context.close();
}
await browser.close();
