import { chromium } from '@playwright/test';
const browser = await chromium.launch({executablePath:'/usr/bin/chromium', args:['--no-sandbox','--disable-gpu','--disable-quic','--no-first-run']});
const page = await (await browser.newContext({viewport:{width:1440,height:900}})).newPage();
await page.addInitScript(() => { window.__long = []; new PerformanceObserver(l => { for (const e of l.getEntries()) window.__long.push(Math.round(e.duration)); }).observe({entryTypes:['longtask']}); });
const cdp0 = await page.context().newCDPSession(page); await page.goto('http://localhost:5212/icon.svg'); await cdp0.send('Profiler.enable'); await cdp0.send('Profiler.start'); await page.addInitScript(() => { new PerformanceObserver(l => { for (const e of l.getEntries()) console.log('LONG', Math.round(e.startTime), Math.round(e.duration)); }).observe({entryTypes:['longtask']}); }); page.on('console', m=>console.log(m.text())); await page.goto('http://localhost:5212/?v=1&view=whole&batch=1024&k=256&n=476&from=thresholds&orders=1:lanes(4);2:blocked(192)'); await page.waitForTimeout(5000); const pr = (await cdp0.send('Profiler.stop')).profile; { const self = new Map(); pr.samples.forEach((id,i)=>{const n=pr.nodes.find(n=>n.id===id); const k=n.callFrame.functionName+' '+n.callFrame.lineNumber+':'+n.callFrame.columnNumber+' '+n.callFrame.url.slice(-30); self.set(k,(self.get(k)??0)+pr.timeDeltas[i]/1000);}); console.log([...self].sort((a,b)=>b[1]-a[1]).slice(0,16).map(([k,v])=>k+' '+v.toFixed(1)).join('\n')); } await browser.close(); process.exit();
await page.locator('#lab [role=application]').scrollIntoViewIfNeeded(); await page.waitForTimeout(500);
console.log('before', JSON.stringify(await page.evaluate(() => window.__long.splice(0))));
const cdp = await page.context().newCDPSession(page); await cdp.send('Profiler.enable'); await cdp.send('Profiler.start');
const b = await page.locator('#lab [role=application]').boundingBox();
for (let r=0;r<3;r++) { for (let i=0;i<60;i++) await page.mouse.move(b.x+5*i, 200+3*i); await page.waitForTimeout(300); console.log('hover', JSON.stringify(await page.evaluate(() => window.__long.splice(0)))); }
const {profile} = await cdp.send('Profiler.stop');
const self = new Map(); profile.samples.forEach((id,i)=>{const n=profile.nodes.find(n=>n.id===id); const k=n.callFrame.functionName+' '+n.callFrame.lineNumber+':'+n.callFrame.columnNumber; self.set(k,(self.get(k)??0)+profile.timeDeltas[i]/1000);});
console.log([...self].sort((a,b)=>b[1]-a[1]).slice(0,10).map(([k,v])=>k+' '+v.toFixed(1)).join('\n'));
await browser.close();
