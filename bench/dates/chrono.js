// Prints how fast chrono-node finds dates in the texts that Program.cs wrote: one JSON string a line. usage: node chrono.js TEXTS EXTRACT-MB/s
const fs = require('fs');
const chrono = require(require.resolve('chrono-node', { paths: [process.cwd()] }));
const texts = fs.readFileSync(process.argv[2], 'utf8').split('\n').filter(Boolean).map(line => JSON.parse(line));
const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
const reference = new Date(2024, 0, 1);
for (const [name, parser] of [['chrono-node', chrono.casual], ['chrono-node, strict', chrono.strict]]) {
    let best = Infinity, found = 0;
    for (let round = 0; round < 5; round++) {
        const start = process.cpuUsage();
        found = 0;
        for (const text of texts) found += parser.parse(text, reference).length;
        const used = process.cpuUsage(start);
        best = Math.min(best, (used.user + used.system) / 1e6);
    }
    const speed = bytes / best / 1e6;
    console.log(`${name}: ${speed.toFixed(2)} MB/s, ${found} found in ${(bytes / 1e6).toFixed(1)} MB; extract is ${(Number(process.argv[3]) / speed).toFixed(1)} times as fast (5 is the target)`);
}
