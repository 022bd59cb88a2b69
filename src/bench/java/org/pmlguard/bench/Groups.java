package org.pmlguard.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The comparisons of whole servers, each with a floor of its own. */
final class Groups {

    static final String FLOOR = "floor";
    static final String BOOT = "Spring Boot with a canned answer";
    static final String DURABLE = "PML Guard";
    static final String IN_MEMORY = "PML Guard; ledger in memory";
    static final String ON_POSTGRES = "PML Guard; ledger on PostgreSQL";
    static final String WITH_TOKENS = "PML Guard; ledger in memory; ES384 tokens";
    static final String OTHER = "the other server";
    static final String CANNED = "canned answer";

    /** 16 callers, 400 requests a second together: half of what a 160 kB request has to reach. */
    static final Pace BELOW_SATURATION = new Pace(16, Duration.ofMillis(40));

    static final String PACED = "; 400 a second on 16 connections";

    /** One caller, ten requests a second: more than a hospital signs. */
    static final Pace QUIET = new Pace(1, Duration.ofMillis(100));

    static final String QUIETLY = "; 10 a second on one connection";

    private final Settings settings;
    private final Servers servers;
    private final Stand stand;
    private final LocalDate today;

    Groups(Settings settings, Stand stand, LocalDate today) throws IOException {
        this.settings = settings;
        this.servers = new Servers(settings);
        this.stand = stand;
        this.today = today;
    }

    /** What a floor is asked: its answer is always the same. */
    static Row.What floor(int kilobytes) {
        return new Row.What(kilobytes, CANNED, FLOOR);
    }

    void furnish(String group) throws IOException {
        switch (group) {
            case "core" -> core();
            case "ledger" -> ledger();
            case "jwt" -> tokens();
            case "fetch" -> fetch();
            default -> throw new IllegalArgumentException("no group " + group);
        }
    }

    private void core() throws IOException {
        ServerProcess durable = stand.keep(servers.durable());
        ServerProcess inMemory = stand.keep(servers.inMemory("pml-guard-memory"));
        Path answer = floors(durable, 2, 20, 160);
        stand.add(BOOT, canned(20), stand.keep(servers.boot(answer)));
        for (int kilobytes : List.of(2, 20, 160)) {
            stand.add(DURABLE, Case.notOurs(kilobytes, today), durable);
            stand.add(DURABLE, Case.watched(kilobytes, today), durable);
        }
        stand.add(IN_MEMORY, Case.watched(20, today), inMemory);
        stand.add(DURABLE + PACED, Case.watched(160, today), durable, BELOW_SATURATION, Optional.empty());
        settings.other().ifPresent(this::other);
    }

    private void other(URI service) {
        Server elsewhere = new Server.Elsewhere(service);
        stand.add(OTHER, Case.notOurs(20, today).withAnyAnswer(), elsewhere);
        stand.add(OTHER, Case.watched(20, today).withAnyAnswer(), elsewhere);
    }

    private void ledger() throws IOException {
        ServerProcess inMemory = stand.keep(servers.inMemory("pml-guard-memory"));
        ServerProcess durable = stand.keep(servers.durable());
        ServerProcess onPostgres = stand.keep(servers.on(stand.keep(Postgres.started())));
        floors(durable, 20);
        Case watched = Case.watched(20, today);
        stand.add(IN_MEMORY, watched, inMemory);
        stand.add(DURABLE, watched, durable);
        stand.add(ON_POSTGRES, watched, onPostgres);
        stand.add(IN_MEMORY + QUIETLY, watched, inMemory, QUIET, Optional.empty());
        stand.add(DURABLE + QUIETLY, watched, durable, QUIET, Optional.empty());
        stand.add(ON_POSTGRES + QUIETLY, watched, onPostgres, QUIET, Optional.empty());
    }

    private void tokens() throws IOException {
        Tokens tokens = new Tokens();
        ServerProcess open = stand.keep(servers.inMemory("pml-guard-memory"));
        ServerProcess guarded = stand.keep(
                servers.inMemory("pml-guard-tokens", tokens.settings().toArray(String[]::new)));
        floors(open, 20);
        Pace pace = Pace.closed(settings.connections());
        for (Case asked : List.of(Case.notOurs(20, today), Case.watched(20, today))) {
            stand.add(IN_MEMORY, asked, open);
            stand.add(WITH_TOKENS, asked, guarded, pace, Optional.of(tokens));
        }
    }

    private void fetch() throws IOException {
        List<FhirStub.Running> stubs = List.of(stub(Duration.ZERO), stub(Duration.ofMillis(50)));
        List<String> tenant = new ArrayList<>(List.of(
                "--pmlguard.tenants[0].id=bench",
                "--pmlguard.tenants[0].auth=none",
                // A cold server misses its usual deadline, and its cards then differ from the first.
                "--pmlguard.tenants[0].deadline=5s",
                "--pmlguard.tenants[0].calls-per-second=0",
                "--pmlguard.tenants[0].calls-at-once=0"));
        for (int n = 0; n < stubs.size(); n++) {
            tenant.add("--pmlguard.tenants[0].fhir-servers[" + n + "]="
                    + stubs.get(n).base());
        }
        ServerProcess guard = stand.keep(servers.inMemory("pml-guard-fetching", tenant.toArray(String[]::new)));
        floors(guard, 20);
        stand.add(IN_MEMORY, Case.watched(20, today), guard);
        stubs.forEach(stub -> stand.add(IN_MEMORY, Case.fetched(stub, today), guard));
    }

    private FhirStub.Running stub(Duration latency) throws IOException {
        Path chart = Files.writeString(settings.directory().resolve("chart.json"), FhirStub.chart(today));
        ServerProcess process = stand.keep(servers.fhir(chart, latency));
        return new FhirStub.Running(
                process, "http://127.0.0.1:" + process.address().getPort() + "/fhir", latency);
    }

    /** A floor that takes requests of these sizes; the file holds its answer. */
    private Path floors(Server guard, int... kilobytes) throws IOException {
        String card = Subject.answer(Case.watched(20, today), guard);
        Path answer = Files.writeString(settings.directory().resolve("answer.json"), card);
        ServerProcess floor = stand.keep(servers.floor(answer));
        for (int size : kilobytes) {
            stand.add(FLOOR, canned(size), floor);
        }
        return answer;
    }

    private Case canned(int kilobytes) {
        Case asked = Case.watched(kilobytes, today);
        return new Case(CANNED, kilobytes, asked.body(), asked.answer());
    }
}
