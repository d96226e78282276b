#!/usr/bin/env python3
"""The review page over many records: how long its index takes, how fast it answers, and whether two people at once lose or double a decision.

usage: bench/review.py EXTRACT.dll [--records RECORDS.jsonl] [--count N] [--minutes M] [--folder FOLDER]

Without --records the records are those of `extract pipe` over the press releases beside the repository. They are varied until there are N: other ids,
documents, hosts, years and confidences, and a rare word in one title of ten thousand. The folder (a temporary one) is kept where it is named.
"""
import argparse, collections, gzip, hashlib, json, os, pathlib, random, re, shutil, statistics, subprocess, sys, tempfile, threading, time, urllib.parse, http.client

HERE = pathlib.Path(__file__).resolve().parent.parent
BULK = HERE.parent / "shared/data/bulk/us-state-releases.jsonl.gz"


def main():
    options = arguments()
    folder = pathlib.Path(options.folder or tempfile.mkdtemp(prefix="extract-review-"))
    (folder / "out").mkdir(parents=True, exist_ok=True)
    records = folder / "out/records.jsonl"
    if not records.exists():
        make(records, real(options), options.count)
    print(f"{records.stat().st_size / 1e9:.2f} GB of records, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} before", flush=True)
    try:
        build(options, folder)
        server = Server(options.extract, folder)
        print(f"start with the index there: {server.started:.2f} s until the first page of the queue is answered")
        latencies(server, "alone")
        work(server, folder, options.minutes)
        print(f"memory of the server at its peak: {server.memory():.0f} MB")
        server.stop()
        verify(folder)
    finally:
        if not options.folder:
            shutil.rmtree(folder)


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("extract")
    parser.add_argument("--records")
    parser.add_argument("--count", type=int, default=1_000_000)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--folder")
    return parser.parse_args()


def real(options):
    """Real records, as lines."""
    if options.records:
        with open(options.records, encoding="utf-8") as lines:
            return [line for _, line in zip(range(20_000), lines)]
    with gzip.open(BULK, "rb") as documents:
        piped = subprocess.run(["dotnet", options.extract, "pipe"], input=documents.read(), stdout=subprocess.PIPE, check=True).stdout
    return [line + "\n" for line in piped.decode().split("\n") if line.startswith('{"schema"')]


def make(path, lines, count):
    """Writes as many records as are wanted, in order of id, as a run does."""
    parts = [(re.match(r'\{"schema":"[^"]*","id":"([^"]+)"', line).group(1), json.loads(line)["source"]["id"], line) for line in lines]
    chance = random.Random(7)
    with open(path, "w", encoding="utf-8") as out:
        for i in range(count):
            id, source, line = parts[chance.randrange(len(parts))]
            new = f"{i:08x}" + hashlib.sha256(f"{i}".encode()).hexdigest()[:16]
            line = line.replace(id, new, 1).replace(f'"id":"{source}"', f'"id":"{source}/{i}"', 1)
            line = re.sub(r'"uri":"https?://[^/"]+', f'"uri":"https://host{chance.randrange(300)}.example', line, count=1)
            line = re.sub(r'"(from|to)":"20\d\d', lambda m, year=chance.randrange(2010, 2025): f'"{m.group(1)}":"{year}', line)
            if i % 10_000 == 0:
                line = line.replace('"title":"', '"title":"Quokka ', 1)
            out.write(line)
    print(f"made {count} records of {len(parts)} real ones", flush=True)


class Server:
    def __init__(self, extract, folder):
        begun = time.monotonic()
        self.process = subprocess.Popen(["dotnet", os.path.abspath(extract), "review", "--port", "0"], cwd=folder, stderr=subprocess.PIPE, text=True)
        for line in self.process.stderr:
            if found := re.search(r"http://([\d.]+):(\d+)", line):
                break
            print(line, end="")
        else:
            sys.exit("the server does not start")
        self.address = (found.group(1), int(found.group(2)))
        threading.Thread(target=lambda: [print("  ", line, end="") for line in self.process.stderr], daemon=True).start()
        self.first = Client(self, "first").get("/queue")
        self.started = time.monotonic() - begun

    def memory(self):
        with open(f"/proc/{self.process.pid}/status") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024

    def stop(self):
        self.process.terminate()
        self.process.wait()


class Client:
    def __init__(self, server, reviewer):
        self.connection = http.client.HTTPConnection(*server.address, timeout=60)
        self.headers = {"X-Extract-Reviewer": urllib.parse.quote(reviewer)}
        self.took = collections.defaultdict(list)
        page = self.ask("GET", "/", None, None)[1]
        self.headers["X-Extract-Token"] = re.search(r'name="token" content="([0-9a-f]+)"', page).group(1)

    def ask(self, method, path, body, kind):
        begun = time.monotonic()
        self.connection.request(method, path, json.dumps(body) if body is not None else None, self.headers)
        answer = self.connection.getresponse()
        text = answer.read().decode()
        if kind:
            self.took[kind].append((time.monotonic() - begun) * 1000)
        return answer.status, text

    def get(self, path, kind=None):
        status, text = self.ask("GET", path, None, kind)
        return json.loads(text) if status == 200 else sys.exit(f"{path}: {status} {text}")

    def post(self, path, body, kind):
        status, text = self.ask("POST", path, body, kind)
        return status, json.loads(text) if status == 200 else text


def build(options, folder):
    for name in ("review.db", "decided.db"):
        for end in ("", "-wal", "-shm"):
            (folder / "out" / (name + end)).unlink(missing_ok=True)
    server = Server(options.extract, folder)
    client, begun, shown = Client(server, "first"), time.monotonic(), None
    print(f"start without an index: {server.started:.2f} s until the first page of the queue is answered", flush=True)
    while (page := client.get("/queue"))["indexing"] is not None:
        if shown is None and page["items"]:
            shown = time.monotonic() - begun
        time.sleep(0.5)
    size = sum(file.stat().st_size for file in (folder / "out").glob("review.db*")) / 1e6
    print(f"index: {time.monotonic() - begun:.0f} s, the first records after {shown or 0:.0f} s, {size:.0f} MB; memory at its peak {server.memory():.0f} MB; {page['left']} records wait", flush=True)
    server.stop()


def latencies(server, when, rounds=20):
    client = Client(server, "looker")
    hosts = [value["value"] for value in client.get("/facets", "facets, nothing filtered")["source"][:rounds]] or [""]
    deep = None
    for i in range(rounds):
        page = client.get("/queue", "queue, first page")
        for _ in range(20):
            page = client.get(f"/queue?after={page['next']}&limit=500", None)
        deep = page["next"]
        client.get(f"/queue?after={deep}", "queue, deep")
        client.get(f"/queue?source={urllib.parse.quote(hosts[i % len(hosts)])}&month=20{10 + i % 15}-06", "queue, source and month")
        client.get(f"/queue?view=all&confidence=0.{i % 9}-0.{i % 9 + 1}&country={('US', 'FR', 'DE', 'CH')[i % 4]}", "queue, all, confidence and country")
        client.get("/queue?view=all&q=quokka", "search, a rare word")
        client.get(f"/queue?view=all&q={('meeting', 'secretary', 'the')[i % 3]}", "search, a common word")
        client.get(f"/queue?view=all&q={('climate+minister', 'human+rights', 'the+of', 'quokka+the')[i % 4]}", "search, two words")
        client.get(f"/facets?view=all&q={('meeting', 'climate', 'rights')[i % 3]}", "facets, filtered")
        client.get("/records/" + page["items"][i % len(page["items"])]["id"], "a record")
    tell([client], when)


def tell(clients, when):
    took = collections.defaultdict(list)
    for client in clients:
        for kind, times in client.took.items():
            took[kind] += times
    for kind, times in took.items():
        times.sort()
        print(f"  {when}: {kind:36} n {len(times):5}  p50 {times[len(times) // 2]:6.0f} ms  p95 {times[int(len(times) * 0.95)]:6.0f} ms  max {times[-1]:6.0f} ms", flush=True)


def work(server, folder, minutes):
    """Two people who take, claim, decide and take back."""
    clients = [Client(server, name) for name in ("Ana", "Björn")]
    confirmed, refused = collections.Counter(), collections.Counter()
    end, lock = time.monotonic() + minutes * 60, threading.Lock()

    def review(client, seed):
        chance, last = random.Random(seed), None
        while time.monotonic() < end:
            page = client.get("/queue?limit=20", "queue, first page")
            item = page["items"][chance.randrange(min(5, len(page["items"])))]
            shown = client.get(f"/records/{item['id']}?claim=1", "a record, claimed")
            if not shown["claim"]["mine"]:
                refused["held by the other"] += 1
                continue
            if chance.random() < 0.05:
                client.get(f"/queue?view=all&q={chance.choice(('climate', 'human+rights', 'quokka', 'meeting'))}", "search")
            time.sleep(chance.uniform(0.1, 0.5))
            changes = [] if chance.random() < 0.6 else [{"op": "replace", "path": "/title", "value": shown["record"]["title"] + " *"}]
            body = {"id": item["id"], "status": "rejected" if chance.random() < 0.2 else "reviewed", "changes": changes, "seen": shown["history"][-1]["id"] if shown["history"] else None}
            status, answer = client.post("/decisions", body, "a decision")
            if status == 400:  # the program's own record would break: no announcement, then
                status, answer = client.post("/decisions", body | {"status": "rejected", "changes": []}, "a decision")
            with lock:
                if status == 200:
                    last = answer["decision"]
                    confirmed[last] += 1
                else:
                    refused[answer] += 1
            if last and chance.random() < 0.1:
                status, _ = client.post("/undo", {"decision": last}, "taking back")
                with lock:
                    if status == 200:
                        confirmed["undone " + last] += 1
                last = None

    threads = [threading.Thread(target=review, args=(client, i)) for i, client in enumerate(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    tell(clients, f"two reviewers, {minutes:g} min")
    print(f"  confirmed {sum(confirmed.values())}, refused {dict(refused)}; load {os.getloadavg()[0]:.1f} after")
    (folder / "confirmed.json").write_text(json.dumps(confirmed))


def verify(folder):
    """From the files alone: every confirmed decision once, and none on what another had settled unseen."""
    confirmed = json.loads((folder / "confirmed.json").read_text())
    lines = [json.loads(line) for file in (folder / "reviews").glob("*.jsonl") for line in open(file, encoding="utf-8")]
    kept = collections.Counter("undone " + line["undoes"] if line["status"] == "undone" else line["id"] for line in lines)
    lost = [name for name in confirmed if kept[name] == 0]
    doubled = [name for name in kept if kept[name] > 1]
    undone = {line["undoes"] for line in lines if line["status"] == "undone"}
    live = collections.Counter(line["record"]["id"] for line in lines if line["status"] != "undone" and line["id"] not in undone)
    twice = [record for record, count in live.items() if count > 1]
    print(f"decisions in the files: {len(lines)}; confirmed and lost: {len(lost)}; doubled: {len(doubled)}; records settled twice: {len(twice)}")
    if lost or doubled or twice:
        sys.exit(1)


if __name__ == "__main__":
    main()
